package io.demarche.coder.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.lexicon.LexiconSheet.Row;
import io.demarche.schemas.Dyad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lexicons of actors promise to their readers, checked on the files themselves, without the loader. */
class LexiconFilesTest {
    private static final LexiconSheet STATES = LexiconSheet.read("states.tsv", "name", "names", "adjectives", "seats");
    private static final LexiconSheet ORGANISATIONS = LexiconSheet.read("organisations.tsv", "name", "names");
    private static final LexiconSheet LEADERS = LexiconSheet.read("leaders.tsv", "name", "names", "titled");
    /** Letters that Unicode does not take apart into a letter and an accent, and what plain text writes for them. */
    private static final String STROKED = "øØłŁđĐı";

    private static final String UNSTROKED = "oOlLdDi";

    private static final Set<String> ISO_CODES = isoCodes();

    static Stream<LexiconSheet> all() {
        return Stream.of(STATES, ORGANISATIONS, LEADERS);
    }

    static Stream<LexiconSheet> withAmbiguousForms() {
        return Stream.of(STATES, ORGANISATIONS);
    }

    static Stream<LexiconSheet> withDates() {
        return Stream.of(STATES, LEADERS);
    }

    @Test
    void shouldChangeTheVersionWithAnyFileOfTheFolder() throws Exception {
        Path folder = Path.of(Lexicon.class.getResource("acts.tsv").toURI()).getParent();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tsv")))
                    .containsExactlyInAnyOrderElementsOf(Lexicon.RESOURCES);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldHaveOneCellForEachColumn(LexiconSheet sheet) {
        assertThat(sheet.where(row -> row.width() != sheet.columns().size())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldExplainEveryColumnInTheHeader(LexiconSheet sheet) {
        assertThat(sheet.columns())
                .allSatisfy(
                        column -> assertThat(sheet.comment()).containsPattern("(?m)^# (from, )?" + column + "[ ,]"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldHaveNoBlankAroundAFormNorTwoInside(LexiconSheet sheet) {
        assertThat(sheet.where(row -> row.cells()
                        .anyMatch(
                                form -> !form.equals(form.strip()) || form.contains("  ") || form.contains("\u00a0"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldHaveNoEmptyPartInAList(LexiconSheet sheet) {
        assertThat(sheet.where(row -> row.values()
                        .anyMatch(cell -> cell.startsWith("|") || cell.endsWith("|") || cell.contains("||"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldHaveNoFormTwiceInARow(LexiconSheet sheet) {
        assertThat(sheet.where(row -> {
                    List<String> forms = forms(sheet, row);
                    return forms.size() != new HashSet<>(forms).size();
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldHaveNoRowTwice(LexiconSheet sheet) {
        assertThat(sheet.rows().stream().map(row -> row.values().toList())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldBeInTheOrderOfCodeAndFrom(LexiconSheet sheet) {
        assertThat(sheet.rows())
                .isSortedAccordingTo(
                        Comparator.comparing((Row row) -> row.get("code")).thenComparing(row -> row.get("from")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldListEveryAccentedFormWithoutAccentsToo(LexiconSheet sheet) {
        assertThat(sheet.where(row -> {
                    List<String> forms = forms(sheet, row);
                    return !forms.containsAll(
                            forms.stream().map(LexiconFilesTest::plain).toList());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withDates")
    void shouldHaveDatesThatEndAfterTheyBegin(LexiconSheet sheet) {
        assertThat(sheet.where(row -> !isPeriod(row.get("from"), row.get("to"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAmbiguousForms")
    void shouldCallAmbiguousOnlyWhatIsAFormOfTheRow(LexiconSheet sheet) {
        assertThat(sheet.where(row -> !forms(sheet, row).containsAll(row.list("ambiguous"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAmbiguousForms")
    void shouldNotDenyAPhraseThatARowClaims(LexiconSheet sheet) {
        Set<String> claimed = new HashSet<>();
        all().forEach(each -> each.rows().forEach(row -> claimed.addAll(forms(each, row))));

        assertThat(sheet.where(row -> row.list("never").stream().anyMatch(claimed::contains)))
                .isEmpty();
    }

    @Test
    void shouldCodeStatesAsIsoDoes() {
        assertThat(STATES.where(row -> !ISO_CODES.contains(row.get("code")))).isEmpty();
    }

    @Test
    void shouldNameEveryStateThatTheUnitedNationsCount() {
        Set<String> codes = codes(STATES);

        assertThat(codes).hasSizeGreaterThanOrEqualTo(193).contains("VAT", "PSE", "TWN", "XKX");
    }

    @Test
    void shouldPutArmedGroupsUnderAStateOfIsoOrNone() {
        assertThat(ORGANISATIONS.where(row -> !row.get("state").isEmpty() && !ISO_CODES.contains(row.get("state"))))
                .isEmpty();
    }

    /** The Union is a party of its own, see docs/adr/0010. */
    @Test
    void shouldGiveNoOrganisationButTheUnionACodeThatIsHalfOfADyad() {
        assertThat(ORGANISATIONS.where(row -> !row.get("code").equals("EU")
                        && (ISO_CODES.contains(row.get("code"))
                                || Dyad.between(row.get("code"), "USA").isPresent())))
                .isEmpty();
    }

    @Test
    void shouldKnowTheKindOfEveryOrganisation() {
        Set<String> kinds = Set.of("IGO", "NGO", "MNC", "ARMED");

        assertThat(ORGANISATIONS.where(row -> !kinds.contains(row.get("kind")))).isEmpty();
    }

    @Test
    void shouldKnowTheRoleOfEveryLeader() {
        Set<String> roles = Set.of(
                "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "FOREIGN_MINISTER", "DEFENCE_MINISTER", "ENVOY", "SPOKESPERSON");

        assertThat(LEADERS.where(row -> !roles.contains(row.get("role")))).isEmpty();
    }

    @Test
    void shouldPutLeadersUnderAStateOrAnOrganisationOfTheLexicons() {
        Set<String> codes = codes(STATES);
        codes.addAll(codes(ORGANISATIONS));

        assertThat(LEADERS.where(row -> !codes.contains(row.get("code")))).isEmpty();
    }

    @Test
    void shouldSayWhenEveryLeaderTookOffice() {
        assertThat(LEADERS.where(row -> row.get("from").isEmpty())).isEmpty();
    }

    @Test
    void shouldGiveAFormToOneActorUnlessAllCallItAmbiguous() {
        Map<String, Set<String>> owners = new HashMap<>();
        Map<String, Set<String>> doubters = new HashMap<>();
        withAmbiguousForms()
                .forEach(sheet -> sheet.rows().forEach(row -> {
                    forms(sheet, row).forEach(form -> add(owners, form, row.get("code")));
                    row.list("ambiguous").forEach(form -> add(doubters, form, row.get("code")));
                }));

        assertThat(owners)
                .allSatisfy((form, codes) -> assertThat(codes)
                        .satisfiesAnyOf(
                                one -> assertThat(one).as(form).hasSize(1),
                                many -> assertThat(doubters.getOrDefault(form, Set.of()))
                                        .as(form)
                                        .containsAll(many)));
    }

    @Test
    void shouldLetASurnameStandAloneForPersonsOfOneCodeOrForOnePerson() {
        Map<String, Set<String>> codes = new HashMap<>();
        Map<String, Set<String>> persons = new HashMap<>();
        for (Row row : LEADERS.rows()) {
            row.list("names").stream().filter(form -> !form.contains(" ")).forEach(form -> {
                add(codes, form, row.get("code"));
                add(persons, form, row.get("name"));
            });
        }

        assertThat(codes.keySet())
                .filteredOn(
                        form -> codes.get(form).size() > 1 && persons.get(form).size() > 1)
                .isEmpty();
    }

    @Test
    void shouldNotCallALeaderByTheNameOfAStateOrAnOrganisation() {
        Set<String> taken = new HashSet<>();
        withAmbiguousForms().forEach(sheet -> sheet.rows().forEach(row -> taken.addAll(forms(sheet, row))));

        assertThat(LEADERS.where(row -> taken.contains(row.get("name"))
                        || row.list("names").stream().anyMatch(taken::contains)))
                .isEmpty();
    }

    private static List<String> forms(LexiconSheet sheet, Row row) {
        return sheet.formColumns().stream()
                .flatMap(column -> row.list(column).stream())
                .toList();
    }

    private static Set<String> codes(LexiconSheet sheet) {
        Set<String> codes = new TreeSet<>();
        sheet.rows().forEach(row -> codes.add(row.get("code")));
        return codes;
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
    }

    private static Set<String> isoCodes() {
        Set<String> codes = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        codes.add("XKX");
        return codes;
    }

    private static String plain(String form) {
        String bare = Normalizer.normalize(form, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        for (int i = 0; i < STROKED.length(); i++) {
            bare = bare.replace(STROKED.charAt(i), UNSTROKED.charAt(i));
        }
        return bare;
    }

    private static boolean isPeriod(String from, String to) {
        try {
            return from.isEmpty() || to.isEmpty() || !day(from, false).isAfter(day(to, true));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The first or last day of the day, month or year that is written. */
    private static LocalDate day(String written, boolean last) {
        return switch (written.length()) {
            case 4 ->
                last
                        ? Year.parse(written).atMonth(12).atEndOfMonth()
                        : Year.parse(written).atDay(1);
            case 7 ->
                last
                        ? YearMonth.parse(written).atEndOfMonth()
                        : YearMonth.parse(written).atDay(1);
            default -> LocalDate.parse(written);
        };
    }
}
