package io.demarche.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = LanguageDetector.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The ferry to the islands did not sail on Sunday, as the wind was too strong for it. Those who"
                    + " had waited on the pier since dawn were told that another boat would leave in the evening, if"
                    + " the sea allowed it.",
                "fr | Le bac pour les îles n'est pas parti dimanche, car le vent soufflait trop fort. Ceux qui"
                    + " attendaient sur le quai depuis l'aube ont appris qu'un autre bateau partirait dans la soirée,"
                    + " si la mer le permettait.",
                "es | El barco a las islas no salió el domingo porque el viento era demasiado fuerte. A los que"
                    + " esperaban en el muelle desde la madrugada se les dijo que otro saldría por la tarde, si el mar"
                    + " lo permitía.",
                "de | Die Fähre zu den Inseln fuhr am Sonntag nicht, weil der Wind zu stark war. Wer seit dem"
                        + " Morgengrauen am Kai gewartet hatte, erfuhr, dass am Abend ein anderes Schiff fahren werde,"
                        + " wenn die See es erlaube.",
                "ru | Паром на острова в воскресенье не отправился, потому что ветер был слишком сильным. Тем, кто"
                        + " ждал на причале с рассвета, сказали, что вечером пойдёт другое судно, если позволит море."
                        + " Многие решили остаться дома.",
                "pt | A balsa para as ilhas não partiu no domingo, porque o vento era forte demais. Aos que esperavam"
                        + " no cais desde a madrugada foi dito que outro barco sairia à noite, se o mar o permitisse."
                        + " Muitos voltaram para casa.",
                "it | Il traghetto per le isole non è partito domenica, perché il vento era troppo forte. A chi"
                    + " aspettava sul molo dall'alba è stato detto che un'altra nave sarebbe salpata in serata, se il"
                    + " mare lo avesse permesso.",
                "uk | Пором на острови в неділю не вирушив, бо вітер був надто сильний. Тим, хто чекав на причалі від"
                        + " світанку, сказали, що ввечері піде інше судно, якщо дозволить море. Багато хто вирішив"
                        + " повернутися додому.",
                "ar | لم تغادر العبارة إلى الجزر يوم الأحد لأن الريح كانت قوية جدا. وقيل للذين انتظروا على الرصيف منذ"
                    + " الفجر إن سفينة أخرى ستبحر في المساء إذا سمح البحر بذلك. وقد عاد كثير منهم إلى بيوتهم بعد ساعات"
                    + " من الانتظار.",
                "tr | Adalara giden vapur pazar günü rüzgâr çok sert olduğu için kalkmadı. Şafaktan beri iskelede"
                        + " bekleyenlere, deniz izin verirse akşam başka bir geminin kalkacağı söylendi. Birçok yolcu"
                        + " evine geri döndü.",
                "ro | Feribotul spre insule nu a plecat duminică, pentru că vântul era prea puternic. Celor care"
                        + " așteptau pe chei din zori li s-a spus că o altă navă va pleca seara, dacă marea va permite."
                        + " Mulți s-au întors acasă.",
                "pl | Prom na wyspy nie wypłynął w niedzielę, ponieważ wiatr był zbyt silny. Tym, którzy od świtu"
                        + " czekali na nabrzeżu, powiedziano, że wieczorem popłynie inny statek, jeśli morze na to"
                        + " pozwoli. Wielu wróciło do domu.",
                "zh | 由于风力过大，开往群岛的渡轮星期日没有启航。从黎明起就在码头等候的人被告知，如果海况允许，晚上将有另一艘船出发。许多人决定先回家等待消息，也有人留在候船室里。"
            })
    void shouldTellALanguage(String code, String text) {
        assertThat(detector.detect(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "12.5 47.0 33",
                "Lima",
                "Shr 12 cts vs 9 cts Net 3.1 mln vs 2.9 mln Revs 8.4 mln vs 7.7 mln Avg shrs 2.1 mln vs 2.0 mln"
            })
    void shouldGiveNoAnswerRatherThanAGuess(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @Test
    void shouldNotBeMisledByForeignWordsInAnEnglishText() {
        String text = "The minister said on Friday that the paper of the \"Ministerio de Relaciones Exteriores de la"
                + " República del Perú\" had not been seen by anyone in the cabinet before it was printed.";

        assertThat(detector.detect(text)).contains("en");
    }

    @Test
    void shouldAnswerTheSameWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(detector.detect(
                            "IN THE CITY OF LIMA THE MAYOR SAID THAT IT WAS TIME FOR ALL OF THEM TO GO HOME AGAIN"))
                    .contains("en");
        } finally {
            Locale.setDefault(before);
        }
    }
}
