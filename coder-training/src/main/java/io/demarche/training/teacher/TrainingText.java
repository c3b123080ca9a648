package io.demarche.training.teacher;

import io.demarche.coder.text.Sentence;
import io.demarche.coder.text.SentenceSplitter;
import io.demarche.coder.text.Token;
import io.demarche.coder.text.Tokenizer;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sentences of a directory of plain texts, cut and tokenised as the coder does it at run time: a model is good only for
 * tokens like those it was trained on. Files come in a fixed random order, each sentence once, and only what
 * {@link SentenceFilter} takes for running text.
 */
public final class TrainingText {
    private static final long SEED = 11;

    private final SentenceSplitter splitter = SentenceSplitter.load();
    private final Tokenizer tokenizer = Tokenizer.load();
    private final SentenceFilter filter = new SentenceFilter();

    /** Takes sentences until it has enough. */
    public interface Reader {
        /** Takes a sentence; whether it wants more. */
        boolean take(List<String> forms);
    }

    /**
     * Reads the files that lie in the directory itself, until the reader has enough.
     *
     * @throws DemarcheException where the directory or a file in it cannot be read
     */
    public void read(Path directory, Reader reader) {
        Set<List<String>> seen = new HashSet<>();
        for (Path file : files(directory)) {
            for (List<String> forms : sentences(file)) {
                if (filter.accepts(forms) && seen.add(forms) && !reader.take(forms)) {
                    return;
                }
            }
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = new ArrayList<>(
                    entries.filter(Files::isRegularFile).sorted().toList());
            Collections.shuffle(files, new Random(SEED));
            return files;
        } catch (IOException e) {
            throw new DemarcheException(directory + ": is no directory that can be read (" + e.getMessage() + ")", e);
        }
    }

    /** A line of the training text is a paragraph. */
    private List<List<String>> sentences(Path file) {
        List<List<String>> sentences = new ArrayList<>();
        String text;
        try {
            text = Files.readString(file).replace("\n", "\n\n");
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
        for (Sentence sentence : splitter.split(text)) {
            sentences.add(tokenizer.tokenize(text, sentence.textBegin(), sentence.end()).stream()
                    .map(Token::form)
                    .toList());
        }
        return sentences;
    }
}
