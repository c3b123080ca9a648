package io.demarche.cli;

import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Errors {
    static final int FAILED = 1;

    private Errors() {}

    /** Exit code 2: an option or argument that does not fit. */
    static int wrongUsage(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("demarche: " + oneLine(message(error)) + hint(error, command));
        err.flush();
        return ExitCode.USAGE;
    }

    /** Exit code 1: the command could not do its work. */
    static int failed(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean verbose = command.getCommandSpec().root().userObject() instanceof Main main && main.verbose();
        if (error instanceof DemarcheException) {
            err.println("demarche: " + oneLine(message(error)));
        } else if (error instanceof InterruptException || error instanceof InterruptedException) {
            err.println("demarche: interrupted");
        } else {
            err.println("demarche: unexpected error: " + error.getClass().getSimpleName() + ": "
                    + oneLine(message(error)) + (verbose ? "" : " (--verbose prints where)"));
        }
        if (verbose) {
            error.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    private static String hint(ParameterException error, CommandLine command) {
        boolean knowsBetter = error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty();
        String suggestion = knowsBetter
                ? " (did you mean "
                        + ((UnmatchedArgumentException) error).getSuggestions().get(0) + "?)"
                : "";
        return suggestion + "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    }

    private static String message(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
