package io.demarche.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each module knows only those that the design allows it. */
class ModuleWallsTest {
    private static final String ROOT = "io.demarche.";
    private static final List<String> MODULES = List.of(
            "schemas",
            "text",
            "kafka",
            "coder",
            "tension",
            "embedded",
            "producer",
            "streams",
            "consumer",
            "replay",
            "archive",
            "web",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.demarche");

    /** A module and those that it may use besides itself. */
    private record Wall(String module, Set<String> mayUse) {}

    private static final List<Wall> WALLS = List.of(
            new Wall("schemas", Set.of()),
            new Wall("text", Set.of("schemas")),
            new Wall("kafka", Set.of("schemas")),
            new Wall("coder", Set.of("schemas", "text")),
            new Wall("tension", Set.of("schemas")),
            new Wall("embedded", Set.of("schemas", "kafka")),
            new Wall("producer", Set.of("schemas", "text", "kafka")),
            new Wall("streams", Set.of("schemas", "text", "kafka", "coder", "tension")),
            new Wall("consumer", Set.of("schemas", "kafka")),
            new Wall("archive", Set.of("schemas", "kafka")),
            new Wall("web", Set.of("schemas", "kafka", "archive")),
            new Wall("replay", Set.of("schemas", "kafka", "streams")));

    @TestFactory
    Stream<DynamicTest> shouldKnowOnlyWhatTheDesignAllows() {
        return WALLS.stream()
                .map(wall -> DynamicTest.dynamicTest(wall.module(), () -> {
                    String[] forbidden = MODULES.stream()
                            .filter(other -> !other.equals(wall.module())
                                    && !wall.mayUse().contains(other))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + wall.module() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(CLASSES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldSeeEveryModule() {
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> Assertions.assertThat(CLASSES)
                                .anyMatch(type -> type.getPackageName().startsWith(ROOT + module))));
    }

    @Test
    void shouldKeepRecordsCoderAndTensionFreeOfKafkaAndOfTheNetwork() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "schemas..", ROOT + "text..", ROOT + "coder..", ROOT + "tension..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "java.net..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void shouldRunTheServicesWithoutTheEmbeddedBroker() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "cli..")
                .and()
                .resideOutsideOfPackages(ROOT + "cli.demo..", ROOT + "cli.foreground..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "embedded..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepCoderAndTensionFreeOfClockAndChance() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "text..", ROOT + "coder..", ROOT + "tension..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
