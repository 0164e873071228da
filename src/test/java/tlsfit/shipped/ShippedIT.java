package tlsfit.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The zip, unpacked into a folder with blanks and letters that ASCII lacks and started where the
 * shell has no locale: nothing is missing in it that a command needs, though of some libraries only
 * those classes are shipped that can be reached.
 */
@DisabledOnOs(OS.WINDOWS) // the launcher is a shell script
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedIT {
  private static final Path TABLES = Path.of("src/test/resources/tlsfit/load/fuzz");

  @TempDir private static Path temporary;

  private Program program;

  @BeforeAll
  void unpack() throws IOException {
    Path home = temporary.resolve("Müller & 日本");
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      Path zip = built.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
      unpack(zip, home);
    }
    Path work = Files.createDirectory(temporary.resolve("mesuré ici"));
    Path launcher;
    try (Stream<Path> folders = Files.list(home)) {
      launcher = folders.findFirst().orElseThrow().resolve("bin/tlsfit");
    }
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    program = new Program(launcher, work, Map.of("LC_ALL", "C"), List.of());
    program.copySample("control");
    Files.copy(Path.of("fits/al-a.json"), work.resolve("al-a.json"));
    Files.copy(Path.of("fits/al-c.json"), work.resolve("al-c.json"));
  }

  private static void unpack(Path zip, Path home) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path to = home.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(entries, to);
        }
      }
    }
  }

  private Program.Ended done(String... args) throws IOException, InterruptedException {
    Program.Ended ended = program.run(args);
    assertThat(ended.status()).as(ended.err()).isIn(0, 4);
    return ended;
  }

  @Test
  void fitsASampleOfAnyName() throws IOException, InterruptedException {
    Path sample = program.folder().resolve("mesuré.yaml");
    String text = Files.readString(Path.of("sample-data/control.yaml"));
    Files.writeString(sample, text.replaceFirst("(?m)^sample:.*", "sample: mesuré 日本"));
    Program.Ended ended = done("fit", "--intervals", "wald", "mesuré.yaml", "-o", "résultats");
    assertThat(ended.out()).contains("mesuré 日本");
    assertThat(program.folder().resolve("résultats/mesuré 日本.json")).isNotEmptyFile();
    assertThat(program.folder().resolve("résultats/mesuré 日本.html")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "pdf", "png"})
  void reports(String ending) throws IOException, InterruptedException {
    done("report", "al-a.json", "-o", "al-a." + ending);
    assertThat(program.folder().resolve("al-a." + ending)).isNotEmptyFile();
  }

  @Test
  void compares() throws IOException, InterruptedException {
    done("compare", "al-a.json", "al-c.json", "-o", "both.html", "-o", "both.pdf", "-o", "b.csv");
    assertThat(program.folder().resolve("both.html")).isNotEmptyFile();
    assertThat(program.folder().resolve("both.pdf")).isNotEmptyFile();
  }

  /** Spreadsheet, HDF5, and what is packed: each by a library of its own. */
  @Test
  void readsTablesOfEveryKind() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("check", "--json"));
    for (String table : List.of("book.xlsx", "groups.h5", "packed.csv.gz", "packed.zip")) {
      Files.copy(TABLES.resolve(table), program.folder().resolve(table));
      String name = table.replaceAll("[.].*", "");
      Files.writeString(
          program.folder().resolve(name + ".yaml"),
          "sample: "
              + name
              + "\nresonator: {frequency: 5 GHz, gap: 50 nm, capacitance: 0.35 pF, coupling: notch,"
              + " loaded-q: 2400, coupling-q: 3000}\ncalibration: {attenuation: 78 dB}\n"
              + "tables: [{file: "
              + table
              + "}]\n");
      line.add(name + ".yaml");
    }
    assertThat(done(line.toArray(String[]::new)).out()).contains("\"readings\"");
  }

  @Test
  void simulatesDrawsAndDrafts() throws IOException, InterruptedException {
    done(
        "simulate",
        "--sample",
        "plan",
        "--set",
        "chi=1e-4",
        "--set",
        "dipoleMoment=5 D",
        "--set",
        "relaxationTime=3 us",
        "--set",
        "referenceFrequency=5 GHz",
        "--table",
        "plan.csv: ac-field=10..20000 V/m, bias-rate=3e10 V/m/s, points=5");
    done("init", "plan.csv", "-o", "draft.yaml", "--no-input");
    done("curve", "--figure", "2", "-o", "figure.svg");
    assertThat(done("explain", "runs").out()).isNotBlank();
    assertThat(program.folder().resolve("draft.yaml")).isNotEmptyFile();
    assertThat(program.folder().resolve("figure.svg")).isNotEmptyFile();
  }

  /** A comma in numbers, and an i without a dot, would be seen here. */
  @Test
  void saysTheSameInEveryLocale() throws IOException, InterruptedException {
    String here = done("report", "--verbose", "al-a.json").out();
    for (String locale : List.of("de_DE.UTF-8", "tr_TR.UTF-8")) {
      Program.Ended ended =
          program.with("LC_ALL", locale).with("LANG", locale).run("report", "-v", "al-a.json");
      assertThat(ended.out()).as(locale).isEqualTo(here);
    }
  }

  @Test
  void isQuietWhereTheReaderLeftAndNotWhereThereIsNone() throws IOException, InterruptedException {
    Program.Ended left =
        program
            .after("sh", "-c", "{ \"$@\"; echo $? >&2; } | head -n 1", "sh")
            .run("curve", "--figure", "2");
    assertThat(left.out().lines()).hasSize(1);
    assertThat(left.err()).isEqualTo("0\n");
    Program.Ended closed =
        program.after("sh", "-c", "exec \"$@\" >&-", "sh").run("curve", "--figure", "2");
    assertThat(closed.status()).isEqualTo(2);
    assertThat(closed.err()).contains("error: standard output could not be written");
  }
}
