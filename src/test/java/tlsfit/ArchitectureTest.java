package tlsfit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows between the packages, and where a library may be used.
 *
 * <p>What fails here is a decision, not a slip of style: move the code to the room it belongs to,
 * or change the table here and in the architecture page together, saying why.
 */
class ArchitectureTest {
  /** For each package, the packages of this program it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("units"),
          entry("files", "units"),
          entry("statistics"),
          entry("result", "files", "units"),
          entry("model", "units"),
          entry("measurement", "result", "model", "units"),
          entry("setup", "result", "model", "measurement", "statistics", "units"),
          entry("table", "units"),
          entry(
              "load",
              "files",
              "table",
              "explain",
              "setup",
              "result",
              "model",
              "measurement",
              "statistics",
              "units"),
          entry("fit", "result", "setup", "model", "measurement", "statistics", "units"),
          entry("likelihood", "fit", "setup", "model", "measurement", "statistics", "units"),
          entry(
              "diagnosis",
              "likelihood",
              "result",
              "fit",
              "setup",
              "model",
              "measurement",
              "statistics",
              "units"),
          entry(
              "uncertainty",
              "diagnosis",
              "likelihood",
              "result",
              "fit",
              "setup",
              "model",
              "measurement",
              "statistics",
              "units"),
          entry(
              "planning",
              "diagnosis",
              "result",
              "fit",
              "setup",
              "model",
              "measurement",
              "statistics",
              "units"),
          entry("explain", "result", "units"),
          entry(
              "analysis",
              "explain",
              "planning",
              "uncertainty",
              "likelihood",
              "diagnosis",
              "result",
              "fit",
              "setup",
              "model",
              "measurement",
              "statistics",
              "units"),
          entry("compare", "result", "statistics", "units"),
          entry("picture", "result", "compare", "units"),
          entry("report", "picture", "result", "compare", "explain", "units"),
          entry("page", "report", "picture", "compare", "explain", "result", "model", "units"),
          entry("simulate", "model", "measurement", "units"),
          entry("curve", "model", "measurement", "units"),
          entry(
              "cli",
              "units",
              "files",
              "statistics",
              "result",
              "model",
              "measurement",
              "setup",
              "table",
              "load",
              "fit",
              "likelihood",
              "diagnosis",
              "uncertainty",
              "planning",
              "explain",
              "analysis",
              "compare",
              "picture",
              "report",
              "page",
              "simulate",
              "curve"));

  /** For each library that is confined: its packages, and the packages that may use it. */
  private static final List<Confinement> CONFINEMENTS =
      List.of(
          new Confinement(Set.of("tech.tablesaw.."), Set.of("load")),
          new Confinement(Set.of("org.dhatim.fastexcel..", "io.jhdf.."), Set.of("table")),
          new Confinement(
              Set.of("com.fasterxml.jackson.dataformat.yaml..", "org.yaml.."), Set.of("load")),
          new Confinement(
              Set.of("com.fasterxml.jackson.."),
              Set.of("load", "result", "compare", "page", "cli")),
          new Confinement(
              Set.of(
                  "org.apache.commons.math3.fitting..",
                  "org.apache.commons.math3.optim..",
                  "org.apache.commons.math3.optimization.."),
              Set.of("statistics")),
          new Confinement(
              Set.of(
                  "org.apache.pdfbox..",
                  "org.apache.fontbox..",
                  "de.rototor.pdfbox..",
                  "java.awt..",
                  "javax.imageio.."),
              Set.of("picture")),
          new Confinement(Set.of("picocli.."), Set.of("cli")),
          // Logging is for all; setting it up is not.
          new Confinement(Set.of("org.apache.logging.log4j.core.."), Set.of("cli")));

  /** How the names of methods begin that change the disk. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "write|copy|move|create|delete|set|mkdir|rename"
              + "|newOutputStream|newBufferedWriter|newByteChannel");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tlsfit");

  private record Confinement(Set<String> library, Set<String> users) {}

  private static Map.Entry<String, Set<String>> entry(String room, String... mayUse) {
    return Map.entry(room, Set.of(mayUse));
  }

  private static String[] packages(Set<String> rooms) {
    return rooms.stream().map(room -> "tlsfit." + room).toArray(String[]::new);
  }

  /** Checks a rule that holds, too, where the package it is about has no class yet. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream().sorted();
  }

  static Stream<Confinement> confinements() {
    return CONFINEMENTS.stream();
  }

  @Test
  void everyClassIsInOneOfThePackages() {
    check(classes().should().resideInAnyPackage(packages(MAY_USE.keySet())));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void usesOnlyWhatItMay(String room) {
    DescribedPredicate<JavaClass> allowed =
        resideInAPackage("tlsfit." + room)
            .or(resideInAnyPackage(packages(MAY_USE.getOrDefault(room, Set.of()))));
    check(
        noClasses()
            .that()
            .resideInAPackage("tlsfit." + room)
            .should()
            .dependOnClassesThat(
                resideInAPackage("tlsfit..").and(DescribedPredicate.not(allowed))));
  }

  @Test
  void noTwoPackagesUseEachOther() {
    check(slices().matching("tlsfit.(*)..").should().beFreeOfCycles());
  }

  @ParameterizedTest
  @MethodSource("confinements")
  void libraryStaysInItsPackages(Confinement confinement) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(packages(confinement.users()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(confinement.library().toArray(String[]::new)));
  }

  /** Everything that is printed goes through one class, which sees to what cannot be printed. */
  @Test
  void onlyThePrinterPrints() {
    check(noClasses().should(ACCESS_STANDARD_STREAMS));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("tlsfit.cli.Printer")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(PrintStream.class.getName())
            .orShould()
            .callConstructorWhere(
                describe(
                    "that makes a way out",
                    call ->
                        makesAWriter(call)
                            || call.getTargetOwner().isEquivalentTo(FileOutputStream.class))));
  }

  /** A writer of its own to a stream or file; not one that prints into a text. */
  private static boolean makesAWriter(JavaCall<?> call) {
    return call.getTargetOwner().isEquivalentTo(PrintWriter.class)
        && !call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(Writer.class);
  }

  /** Everything that is written goes through one package, so that it is whole or not there. */
  @Test
  void onlyFilesWrites() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("tlsfit.files")
            .should()
            .callMethodWhere(describe("that changes the disk", ArchitectureTest::changesTheDisk))
            .orShould()
            .dependOnClassesThat(
                describe(
                    "that write files",
                    type ->
                        type.isEquivalentTo(FileWriter.class)
                            || type.isEquivalentTo(RandomAccessFile.class)
                            || type.isEquivalentTo(FileChannel.class))));
  }

  private static boolean changesTheDisk(JavaCall<?> call) {
    boolean file =
        call.getTargetOwner().isEquivalentTo(Files.class)
            || call.getTargetOwner().isEquivalentTo(File.class);
    return file && CHANGES.matcher(call.getName()).lookingAt();
  }

  @Test
  void onlyTheCommandsEndTheProgram() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("tlsfit.cli")
            .should()
            .callMethodWhere(describe("that ends the program", ArchitectureTest::endsTheProgram)));
  }

  private static boolean endsTheProgram(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    return (owner.isEquivalentTo(System.class) || owner.isEquivalentTo(Runtime.class))
        && (call.getName().equals("exit") || call.getName().equals("halt"));
  }
}
