package io.demarche.coder.repair;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code repairs.tsv}: where its pattern fits, some tokens hang elsewhere.
 *
 * @param name what it is called
 * @param pattern where it fits
 * @param edits what then hangs from what
 */
record TreeRepair(String name, TreePattern pattern, List<Edit> edits) {
    private static final Pattern EDIT = Pattern.compile("([a-z]+)\\s*>(\\S+)\\s+([a-z]+)");

    /** A token, by the number of its name, that hangs from another by an arc of that label. */
    record Edit(int head, String label, int child) {}

    static TreeRepair parse(Table.Row row) {
        TreePattern pattern = TreePattern.parse(row, "pattern");
        List<Edit> edits = new ArrayList<>();
        for (String part : row.required("edits").split("&")) {
            Matcher edit = EDIT.matcher(part.strip());
            if (!edit.matches()) {
                throw row.error("edits", "'" + part.strip() + "' is no edit: write head >label child");
            }
            edits.add(new Edit(
                    TreePattern.known(edit.group(1), pattern.names(), row, "edits"),
                    edit.group(2),
                    TreePattern.known(edit.group(3), pattern.names(), row, "edits")));
        }
        return new TreeRepair(row.required("repair"), pattern, List.copyOf(edits));
    }

    /** The tree mended at the first place where the pattern fits; empty where it fits nowhere, or no tree would be left. */
    Optional<ParsedSentence> apply(ParsedSentence s) {
        return pattern.find(s).flatMap(named -> {
            int[] heads = new int[edits.size()];
            int[] children = new int[edits.size()];
            String[] labels = new String[edits.size()];
            for (int i = 0; i < edits.size(); i++) {
                heads[i] = named[edits.get(i).head()];
                children[i] = named[edits.get(i).child()];
                labels[i] = edits.get(i).label();
            }
            return s.reattached(children, heads, labels);
        });
    }
}
