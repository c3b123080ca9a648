package io.demarche.schemas;

import java.util.Set;

/** Codes of organisations that could be mistaken for a state's, because they have three capital letters. */
final class Organisations {
    /** CAMEO's generic international actors (codebook, chapter 3) and the three-letter names of bodies that the coder knows. */
    static final Set<String> CODES =
            Set.of("IGO", "NGO", "IMG", "INT", "MNC", "UIS", "NGM", "CIS", "GCC", "IMF", "WTO", "WHO", "ICC", "OAS");

    private Organisations() {}
}
