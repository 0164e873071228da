package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets of an HDF5 file as columns. */
class Hdf5ReaderTest {
  @TempDir private Path folder;
  private byte[] file = new byte[0];

  @BeforeEach
  void write() throws Exception {
    Path path = folder.resolve("a.h5");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      WritableGroup data = hdf.putGroup("data");
      WritableDataset frequency = data.putDataset("fr", new double[] {5.1, Double.NaN, 5.3});
      frequency.putAttribute("unit", "GHz");
      data.putDataset("power", new float[] {-62.5f, 0.1f, -50});
      data.putDataset("count", new long[] {1, 2, 1L << 60});
      data.putDataset("short", new int[] {1, 2});
      hdf.putDataset("map", new double[][] {{1, 2}, {3, 4}});
    }
    file = Files.readAllBytes(path);
  }

  private RawTable read(Optional<String> dataset, String... paths) throws Exception {
    return new Hdf5Reader(
            new LayoutChoice(
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Arrangement.GUESSED,
                dataset,
                List.of(paths),
                text -> 0))
        .read(file);
  }

  private TextFile.Unreadable refusal(Optional<String> dataset, String... paths) {
    TextFile.Unreadable e =
        catchThrowableOfType(TextFile.Unreadable.class, () -> read(dataset, paths));
    assertThat(e).isNotNull();
    return e;
  }

  @Test
  void datasetsByTheirPaths() throws Exception {
    RawTable table = read(Optional.empty(), "/data/fr", "/data/power", "/data/count");
    assertThat(table.header()).containsExactly("/data/fr", "/data/power", "/data/count");
    assertThat(table.unitBelow(0)).isEqualTo("GHz");
    assertThat(table.unitBelow(1)).isEmpty();
    // 0.1f is 0.100000001490116..., not 0.1
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(1, List.of("5.1", "-62.5", "1")),
            new RawTable.Row(2, List.of("NaN", "0.10000000149011612", "2")),
            new RawTable.Row(3, List.of("5.3", "-50.0", "1152921504606846976")));
  }

  @Test
  void aGroupIsATable() {
    assertThat(refusal(Optional.of("/data")).found())
        .contains("differ in length", "fr has 3", "short has 2");
    assertThat(refusal(Optional.empty()).mend()).contains("/data/fr", "/map");
  }

  /** Vectors as MATLAB writes them, of two dimensions; its scalars are no columns. */
  @Test
  void vectorsOfTwoDimensionsAreColumns() throws Exception {
    Path path = folder.resolve("b.h5");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      hdf.putDataset("fr", new double[][] {{5.25, 5.5}});
      hdf.putDataset("power", new double[][] {{-60}, {-50}});
      hdf.putDataset("run", new double[][] {{7}});
    }
    file = Files.readAllBytes(path);
    assertThat(read(Optional.empty()).header()).containsExactlyInAnyOrder("fr", "power");
    assertThat(read(Optional.empty(), "/fr", "/power").rows())
        .containsExactly(
            new RawTable.Row(1, List.of("5.25", "-60.0")),
            new RawTable.Row(2, List.of("5.5", "-50.0")));
  }

  /** Of h5py; nothing has to be said where the file holds nothing else. */
  @Test
  void theOnlyCompoundIsTheTable() throws Exception {
    file = Files.readAllBytes(Path.of("src/test/resources/tlsfit/table/compound.h5"));
    RawTable table = read(Optional.empty());
    assertThat(table.header()).containsExactly("power", "frequency");
    assertThat(List.of(table.unitBelow(0), table.unitBelow(1))).containsExactly("dBm", "GHz");
    assertThat(table.rows().get(1).fields()).containsExactly("-50.0", "5.5");
    assertThat(read(Optional.of("/run/fits")).rows()).isEqualTo(table.rows());
  }

  @Test
  void whatIsNotThereIsNamed() {
    TextFile.Unreadable e = refusal(Optional.empty(), "/data/f");
    assertThat(e.found()).isEqualTo("the HDF5 file has no dataset \"/data/f\"");
    assertThat(e.mend()).contains("/data/fr");
    assertThat(refusal(Optional.empty(), "/map").found()).contains("\"/map\"", "is no column");
  }

  @Test
  void aFileThatIsCutOffIsRefused() {
    file = Arrays.copyOf(file, 200);
    assertThat(refusal(Optional.empty(), "/data/fr").found()).contains("cannot be read");
  }
}
