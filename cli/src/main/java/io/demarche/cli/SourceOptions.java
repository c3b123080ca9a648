package io.demarche.cli;

import io.demarche.producer.agency.AgencySource;
import io.demarche.producer.source.ArticleFile;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.DirectorySource;
import io.demarche.producer.source.JsonLinesSource;
import io.demarche.producer.source.NamedSource;
import io.demarche.producer.source.SourceDefaults;
import io.demarche.producer.web.WarcSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where articles come from. */
final class SourceOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A text file that holds one article, or JSON lines (named .jsonl or .ndjson); repeatable.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "A directory of such files, with all below it; repeatable.")
    private List<Path> directories = new ArrayList<>();

    @Option(
            names = "--jsonl",
            paramLabel = "FILE|-",
            description =
                    "One article a line as JSON: id, published, title, text, publisher, url; - for standard input;"
                            + " repeatable.")
    private List<String> jsonLines = new ArrayList<>();

    @Option(
            names = "--warc",
            paramLabel = "FILE[@OFFSET]",
            description = "The pages of a web archive (WARC), from a record on; repeatable.")
    private List<String> archives = new ArrayList<>();

    @Option(
            names = "--agency",
            paramLabel = "FILE|DIR",
            description =
                    "News as agencies send it: ninjs (.json) or NewsML-G2 (.xml), or a directory of such files; repeatable.")
    private List<Path> agencies = new ArrayList<>();

    @Option(
            names = "--published",
            paramLabel = "DATE",
            converter = Values.Time.class,
            description = "When undated articles were published: 2023-12-28 (the start of that day, UTC) or"
                    + " 2023-12-28T10:00:00Z.")
    private @Nullable Instant published;

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Who published articles that do not say it.")
    private String publisher;

    @Option(names = "--strict", description = "Stop with an error at the first article that cannot be read.")
    private boolean strict;

    boolean strict() {
        return strict;
    }

    boolean isEmpty() {
        return files.isEmpty()
                && directories.isEmpty()
                && jsonLines.isEmpty()
                && archives.isEmpty()
                && agencies.isEmpty();
    }

    /** What articles have that do not say it. */
    SourceDefaults defaults() {
        return new SourceDefaults(Optional.ofNullable(published), publisher);
    }

    /** The sources that were named, one after the other. */
    List<NamedSource> open() {
        SourceDefaults defaults = defaults();
        List<NamedSource> sources = new ArrayList<>();
        files.forEach(file -> sources.add(named(file, ArticleFile.named(file, defaults))));
        directories.forEach(directory -> sources.add(named(directory, new DirectorySource(directory, defaults))));
        jsonLines.forEach(name -> sources.add(
                name.equals(STANDARD_INPUT)
                        ? NamedSource.passing("standard input", standardInput())
                        : NamedSource.kept(name, JsonLinesSource.file(Path.of(name), defaults))));
        archives.forEach(name -> sources.add(NamedSource.kept(WarcSource.fileOf(name), WarcSource.named(name))));
        agencies.forEach(path -> sources.add(named(path, new AgencySource(path, Clock.systemUTC()))));
        return sources;
    }

    private static NamedSource named(Path path, ArticleSource articles) {
        return NamedSource.kept(path.toString(), articles);
    }

    /** Articles as JSON lines on standard input. */
    ArticleSource standardInput() {
        return JsonLinesSource.stream("standard input", System.in, defaults());
    }
}
