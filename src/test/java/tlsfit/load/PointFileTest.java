package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointFileTest {
  private static final List<String> WANTED = List.of("xi", "eta");

  @TempDir private Path folder;

  private PointFile.Points points(String text) throws Exception {
    return PointFile.read(Files.writeString(folder.resolve("p.csv"), text), WANTED);
  }

  private List<String> refusal(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("p.csv"), text);
    InputException e =
        catchThrowableOfType(InputException.class, () -> PointFile.read(file, WANTED));
    assertThat(e).isNotNull();
    String place = file.toString();
    return e.problems().stream().map(one -> one.toString().replace(place, "p.csv")).toList();
  }

  @Test
  void columnsMayStandInAnyOrder() throws Exception {
    PointFile.Points points = points("eta, note, XI [1]\n0.5,7,1e3\n0,8,0\n");
    assertThat(points.rows()).hasSize(2);
    assertThat(points.rows().get(0)).containsExactly(1000, 0.5);
    assertThat(points.rows().get(1)).containsExactly(0, 0);
    assertThat(points.otherColumns()).containsExactly("note");
  }

  @Test
  void everyFaultIsFound() throws Exception {
    assertThat(refusal("xi,eta\n-1,2\n1,5,2\nx,\"1,5\"\n"))
        .containsExactly(
            "p.csv:2: column 1 \"xi\": found \"-1\"; 0 or a number above is needed: remove the row",
            "p.csv:3: found 3 fields; the header has 2: write one for each column",
            "p.csv:4: column 1 \"xi\": found \"x\"; a number is needed: remove the row or write the"
                + " value",
            "p.csv:4: column 2 \"eta\": found \"1,5\"; write a decimal point, 1.5");
  }

  @Test
  void columnsThatAreMissingTwiceOrInUnits() throws Exception {
    assertThat(refusal("xi,xi,a\n1,2,3\n"))
        .containsExactly(
            "p.csv:1: column 2 \"xi\": a second column of this name; remove or rename one of them",
            "p.csv:1: no column eta; found \"xi, xi, a\"; the header needs xi, eta");
    assertThat(refusal("xi [V],eta\n1,2\n"))
        .containsExactly("p.csv:1: column 1 \"xi [V]\": the unit V; plain numbers are needed");
  }

  @Test
  void aFileThatIsNoTable() throws Exception {
    assertThat(refusal("# nothing\n")).singleElement().asString().contains("comments only");
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> PointFile.read(folder.resolve("none"), WANTED));
    assertThat(e.problems()).singleElement().asString().contains("there is no such file");
  }
}
