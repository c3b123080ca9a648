package io.demarche.coder.text;

/** Tells the splitter where names stand, by which it knows some sentences' beginnings. */
public interface NameSpotter {
    /** One that knows no name. */
    NameSpotter NONE = new NameSpotter() {
        @Override
        public int subjectEnd(String text, int begin, int end) {
            return -1;
        }

        @Override
        public int nameEnd(String text, int begin, int end) {
            return -1;
        }
    };

    /** Where the name of a state, its seat, a leader or an organisation ends that begins at {@code begin}; -1 where none does. */
    int subjectEnd(String text, int begin, int end);

    /** Where any name ends that begins at {@code begin}; -1 where none does. */
    int nameEnd(String text, int begin, int end);
}
