package io.demarche.cli;

import io.demarche.kafka.admin.AccountAdmin;
import io.demarche.kafka.admin.Role;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche accounts}: who may do what on a broker that asks. */
@Command(
        name = "accounts",
        description = "Give producer, streams, consumer and registry an account (SCRAM-SHA-512) each, and the least"
                + " rights that its work needs. For a broker with an authorizer; run it as its super user.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche accounts --passwords secrets --config admin.properties"})
final class AccountsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--passwords",
            paramLabel = "DIR",
            required = true,
            description = "Directory with one file an account, named like it, that holds its password.")
    private Path directory;

    @Override
    public Integer call() {
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            passwords.put(role, password(directory.resolve(role.account())));
        }
        try (AccountAdmin accounts = AccountAdmin.connect(broker.kafka())) {
            accounts.grant(passwords);
        }
        for (Role role : Role.values()) {
            spec.commandLine()
                    .getOut()
                    .println(role.account() + ": " + role.rights().size() + " rights");
        }
        return 0;
    }

    private static String password(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new DemarcheException("--passwords: " + file + " is empty: write the password into it");
            }
            return password;
        } catch (IOException e) {
            throw new DemarcheException(
                    "--passwords: cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "): write the password into it",
                    e);
        }
    }
}
