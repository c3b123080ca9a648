package io.demarche.coder.repair;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repairs of {@code repairs.tsv}, whose header explains patterns and edits. */
public final class TreeRepairs {
    private static final String FILE = "repairs.tsv";
    private static final List<String> COLUMNS = List.of("repair", "pattern", "edits", "example");

    /** No sentence has the same slip so often; a line whose edit does not take its pattern away ends here. */
    private static final int MOST = 8;

    private final List<TreeRepair> repairs;

    private TreeRepairs(List<TreeRepair> repairs) {
        this.repairs = repairs;
    }

    /** The bundled repairs. */
    public static TreeRepairs load() {
        return of(Table.resource(FILE, COLUMNS));
    }

    /** Other repairs, so that a line can be tried before it is added. */
    public static TreeRepairs parse(String text) {
        return of(Table.parse(FILE, text, COLUMNS));
    }

    private static TreeRepairs of(Table table) {
        List<TreeRepair> repairs = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            row.required("example");
            repairs.add(TreeRepair.parse(row));
        }
        return new TreeRepairs(List.copyOf(repairs));
    }

    /**
     * A tree after its repairs.
     *
     * @param tree the tree
     * @param repairs the names of the repairs that it took, in their order
     */
    public record Mended(ParsedSentence tree, List<String> repairs) {}

    /** The tree with all its slips mended that the lines know, one line after the other. */
    public Mended apply(ParsedSentence tree) {
        ParsedSentence mended = tree;
        List<String> taken = new ArrayList<>();
        for (TreeRepair repair : repairs) {
            for (int i = 0; i < MOST; i++) {
                Optional<ParsedSentence> next = repair.apply(mended);
                if (next.isEmpty()) {
                    break;
                }
                mended = next.get();
                taken.add(repair.name());
            }
        }
        return new Mended(mended, List.copyOf(taken));
    }
}
