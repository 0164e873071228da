package tlsfit.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tlsfit.measurement.Calibration;
import tlsfit.result.SampleNotes;
import tlsfit.setup.FitSetup;
import tlsfit.table.InputProblem;

/**
 * What a sample file says.
 *
 * @param sample name of the sample
 * @param calibration from the keys {@code resonator} and {@code calibration}
 * @param fit how it is to be fitted
 * @param tables in the order of the file
 * @param ids names of numbers of the calibration, by their keys; under the empty key that of all
 *     numbers of the line
 * @param about what no fit uses
 * @param notes what was understood and is not used
 */
record SampleFile(
    String sample,
    Calibration calibration,
    FitSetup fit,
    List<TableEntry> tables,
    List<String> notes,
    Map<String, String> ids,
    SampleNotes about) {
  private static final Set<String> BAD_NAMES = Set.of(".", "..");

  /** Why a text is no name of a sample, which also names files; empty where it is one. */
  static Optional<String> objectionToName(String name) {
    if (name.isBlank() || BAD_NAMES.contains(name) || name.startsWith("-") || name.endsWith(".")) {
      return Optional.of("a name such as al-a is needed");
    }
    if (name.length() > 100) {
      return Optional.of("a name of 100 characters at most is needed");
    }
    boolean bad = name.chars().anyMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
    return bad
        ? Optional.of("results are files of this name: leave out / \\ : * ? \" < > |")
        : Optional.empty();
  }

  /** A table that says all itself. */
  static SampleFile ofTable(String sample, String file) {
    return new SampleFile(
        sample,
        Calibration.NONE,
        FitSetup.NONE,
        List.of(TableEntry.alone(file)),
        List.of(),
        Map.of(),
        SampleNotes.NONE);
  }

  /** Reads what can be read, adding a problem for all that cannot. */
  static SampleFile of(String text, String file, List<InputProblem> problems) {
    return new SampleFileReader(file, problems).read(text);
  }
}
