package tlsfit.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.files.PortableName;
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
  /** Why a text is no name of a sample, which also names files; empty where it is one. */
  static Optional<String> objectionToName(String name) {
    return PortableName.fault(name)
        .map(
            fault ->
                switch (fault) {
                  case NO_NAME -> "a name such as al-a is needed";
                  case LONG -> "a name of 100 characters at most, 200 bytes in UTF-8, is needed";
                  case UNSEEN ->
                      "results are files of this name: leave out characters that nobody sees";
                  case CHARACTER -> "results are files of this name: leave out / \\ : * ? \" < > |";
                  case DEVICE ->
                      "results are files of this name, and on Windows it is a device: take another";
                });
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
