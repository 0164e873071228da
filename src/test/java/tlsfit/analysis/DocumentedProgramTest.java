package tlsfit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.cli.Main;
import tlsfit.explain.Explain;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;

/** The program of the library's page compiles, and has the numbers of {@code tlsfit fit}. */
class DocumentedProgramTest {
  private static final Path PAGE = Path.of("src/site/markdown/api.md");
  private static final String SAMPLE = "sample-data/al-a.yaml";
  private static final String NAME = "FitOneSample";

  /** Of the same calculation in the same Java: only the way to text and back may differ. */
  private static final double TOLERANCE = 1e-12;

  @TempDir private Path folder;

  @Test
  void printsTheNumbersOfTheCommand() throws Exception {
    List<String> printed = run(compile(program())).lines().toList();

    FitResult result = command();
    ParameterEstimate p = result.getParameter("dipoleMoment");
    assertThat(printed.get(0)).isEqualTo("valid = true");
    assertClose(printed.get(1), "chi = ", value(result.getParameter("chi")));
    assertClose(printed.get(2), "p [D] = ", DisplayUnit.DEBYE.show(value(p)));
    assertClose(printed.get(3), "from [D] = ", DisplayUnit.DEBYE.show(p.interval().from()));
    assertClose(printed.get(4), "to [D] = ", DisplayUnit.DEBYE.show(p.interval().to()));
    assertThat(printed.subList(5, printed.size()))
        .isNotEmpty()
        .isEqualTo(
            result.verdict().findings().stream()
                .map(one -> one.code().key() + ": " + Explain.finding(one).sentence())
                .toList());
  }

  private static double value(ParameterEstimate estimate) {
    return Objects.requireNonNull(estimate.value());
  }

  private static void assertClose(String line, String label, double expected) {
    assertThat(line).startsWith(label);
    assertThat(Double.parseDouble(line.substring(label.length())))
        .isCloseTo(expected, within(TOLERANCE * expected));
  }

  private static String program() throws Exception {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    String rest = page.substring(page.indexOf("```java\n") + "```java\n".length());
    return rest.substring(0, rest.indexOf("```"));
  }

  /** The folder with the compiled program. */
  private Path compile(String program) throws Exception {
    Path source = Files.writeString(folder.resolve(NAME + ".java"), program);
    String path =
        Stream.of(Analysis.class, NullMarked.class)
            .map(DocumentedProgramTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-proc:none", "-cp", path, "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    return folder;
  }

  /** The folder or archive that a class was loaded from. */
  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  /** What the program prints. */
  private static String run(Path classes) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, DocumentedProgramTest.class.getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass(NAME)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {SAMPLE});
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The result file that the command writes. */
  private FitResult command() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int status = Main.run(nowhere, nowhere, "fit", SAMPLE, "-q", "-o", folder.toString());
    assertThat(status).isZero();
    return FitResultFile.read(folder.resolve("al-a.json"));
  }
}
