package io.demarche.cli;

import io.demarche.web.WebSettings;
import io.demarche.web.access.Accounts;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may see the page, and from where. */
final class AccessOptions {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address of the page; any but loopback's only with --accounts or --open (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "Who may log in: a line name:role:hash each, the role reader or analyst, the hash bcrypt's"
                    + " (default: whoever reaches the port).")
    private @Nullable Path accounts;

    @Option(
            names = "--open",
            description =
                    "Let in whoever reaches the address, without --accounts: for one that only this machine reaches,"
                            + " such as a container's port published on loopback.")
    private boolean open;

    WebSettings settings(int port) {
        return new WebSettings(host, port, Optional.ofNullable(accounts).map(Accounts::read), open);
    }
}
