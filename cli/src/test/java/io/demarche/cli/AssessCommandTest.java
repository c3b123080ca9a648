package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssessCommandTest {
    private static final String ROW = "{\"eventDate\":\"2024-01-05\",\"source\":{\"country\":\"NOR\"},"
            + "\"target\":{\"country\":\"PER\"},\"cameoCode\":\"163\",\"confidence\":0.95}\n";

    @Test
    void shouldGoUpToTheDayThatIsSaidToHaveCome() {
        assertThat(assess(ROW)).contains("FIRING");
        assertThat(assess(ROW + "{\"day\":\"2024-02-20\"}\n"))
                .contains("RESOLVED")
                .isEqualTo(assess(ROW, "--as-of", "2024-02-20"));
    }

    @Test
    void shouldNotGoBackForADayBeforeTheLatestPublication() {
        assertThat(assess(ROW + "{\"day\":\"2023-12-20\"}\n")).isEqualTo(assess(ROW));
    }

    @Test
    void shouldRejectADayThatIsNone() {
        CommandRun run = CommandRun.withInput(ROW + "{\"day\":\"someday\"}\n", "assess");

        assertThat(run.err())
                .isEqualTo("demarche: rejected standard input:2: day 'someday' is no day (write it as 2023-12-28)\n");
        assertThat(run.out()).contains("FIRING");
    }

    private static String assess(String lines, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "assess";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return CommandRun.withInput(lines, arguments).out();
    }
}
