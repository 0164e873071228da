package tlsfit.load;

import java.util.List;
import java.util.function.BiFunction;
import tlsfit.measurement.Measurement;
import tlsfit.setup.FitSetup;

/**
 * A sample with all that its files say.
 *
 * @param measurement what was measured, in SI units
 * @param setup how the sample file wants it to be fitted; nothing asked for a table alone
 * @param warnings those of the notes that a user should not miss, such as rows that were left out
 * @param rows finds the readings of a row, see {@link #row}
 */
public record LoadedSample(
    Measurement measurement,
    FitSetup setup,
    List<String> warnings,
    BiFunction<String, Integer, List<CalibratedRow>> rows) {

  /**
   * The readings of a row of a table, with all that their fields follow from: one, or in a wide
   * table several.
   *
   * @param file the table, by its name or its end; empty for the first table that has the line
   * @param line its line, the first being 1
   * @return none where no reading of the fit stands there
   */
  public List<CalibratedRow> row(String file, int line) {
    return rows.apply(file, line);
  }
}
