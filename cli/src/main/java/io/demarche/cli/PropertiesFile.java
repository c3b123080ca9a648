package io.demarche.cli;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file that an option names. */
final class PropertiesFile {
    private PropertiesFile() {}

    /** @throws DemarcheException naming the option where the file cannot be read */
    static Map<String, String> read(String option, Path file) {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new DemarcheException(
                    option + ": cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "): name a properties file",
                    e);
        }
        Map<String, String> settings = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }
}
