package io.demarche.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page. The comment right above it says what a reader of the rendered page need not see: {@code <!-- not run: REASON -->}, or
 * {@code <!-- figures vary: PATTERN -->} for the lines whose figures hang on time.
 *
 * @param page the file's name below the top directory
 * @param line where the fence is, from 1
 * @param language what stands behind the fence
 * @param comment the comment above it, empty without
 * @param lines what it holds
 */
record ShownBlock(String page, int line, String language, String comment, List<String> lines) {
    private static final Set<String> OF_COMMANDS = Set.of("sh", "console");
    private static final Pattern REASON = Pattern.compile("<!-- not run: (.{8,}) -->");
    private static final Pattern VARY = Pattern.compile("<!-- figures vary: (.+) -->");

    /** A command, and what is shown beneath it. */
    record Step(String command, List<String> output) {}

    /** The blocks of a page, from top to bottom. */
    static List<ShownBlock> of(Path top, String page) throws IOException {
        List<ShownBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(top.resolve(page));
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            int end = i + 1;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            String above = i > 0 && lines.get(i - 1).startsWith("<!--") ? lines.get(i - 1) : "";
            blocks.add(new ShownBlock(
                    page, i + 1, lines.get(i).substring(3), above, List.copyOf(lines.subList(i + 1, end))));
            i = end;
        }
        return blocks;
    }

    boolean holdsCommands() {
        return OF_COMMANDS.contains(language);
    }

    boolean isRun() {
        return holdsCommands() && !REASON.matcher(comment).matches();
    }

    /** The lines whose figures are compared as figures only. */
    Pattern varying() {
        Matcher vary = VARY.matcher(comment);
        return Pattern.compile(vary.matches() ? vary.group(1) : "(?!)");
    }

    /** In {@code console}, what stands behind a dollar; in {@code sh}, each line, of which no output is shown. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            if (language.equals("sh") || line.startsWith("$ ")) {
                String command = language.equals("sh") ? line : line.substring(2);
                steps.add(new Step(command.replaceFirst(" {2,}# .*", ""), new ArrayList<>()));
            } else {
                steps.get(steps.size() - 1).output().add(line);
            }
        }
        return steps;
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
