package io.demarche.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;

/** What a command that runs in this process printed on standard output. */
record PrintedText(int exitCode, List<String> lines) {

    static PrintedText of(IntSupplier command) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            int exitCode = command.getAsInt();
            return new PrintedText(
                    exitCode,
                    printed.toString(UTF_8).lines().map(String::stripTrailing).toList());
        } finally {
            System.setOut(before);
        }
    }
}
