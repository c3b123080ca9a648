package io.demarche.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code demarche --version} prints: the version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"demarche " + version};
    }
}
