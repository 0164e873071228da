package tlsfit.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement covers and what a fit of it could determine, without a fit.
 *
 * @param sample name of the sample
 * @param tables one for each table
 * @param coverage what the readings mean at some dipole moments
 * @param extremum what the lowest frequency over the microwave field says; null where there is none
 * @param findings what to expect of a fit
 * @param inputs the files read
 * @param notes what was understood of them
 * @param readings every reading, table after table, where they were asked for
 */
public record Survey(
    String sample,
    List<TableSurvey> tables,
    List<Coverage> coverage,
    @Nullable ExtremumEstimate extremum,
    List<Finding> findings,
    List<InputFile> inputs,
    List<String> notes,
    List<SurveyReading> readings) {

  /**
   * The smallest and the largest of some numbers.
   *
   * @param unit SI unit
   * @param lowest the smallest
   * @param highest the largest
   * @param distinct how many different ones there are
   */
  public record Range(String unit, double lowest, double highest, int distinct) {}

  /**
   * One table.
   *
   * @param name its file name
   * @param rows number of readings
   * @param drive microwave field [V/m] or Rabi frequency [1/s]
   * @param bias rate of the bias field [V/m/s] or of the energy [1/s^2]
   * @param frequency measured frequency [Hz]
   * @param sigma its standard deviation [Hz]; null where none is given
   */
  public record TableSurvey(
      String name, int rows, Range drive, Range bias, Range frequency, @Nullable Range sigma) {}

  /**
   * What the readings mean if the dipole moment were this.
   *
   * @param dipoleMoment assumed [C m]
   * @param relaxationTime assumed [s]
   * @param xi Landau-Zener parameter [1]
   * @param eta relaxation parameter [1]
   * @param logarithm leading logarithm L [1]; the theory wants it above 1
   */
  public record Coverage(
      double dipoleMoment, double relaxationTime, Range xi, Range eta, Range logarithm) {}

  /**
   * Where the frequency is lowest over the microwave field, and the dipole moment that says.
   *
   * @param table it was seen in
   * @param acField there [V/m]
   * @param biasRate there [V/m/s]
   * @param dipoleMomentEq10 by Eq. 10 as printed [C m]
   * @param dipoleMomentExtremum by the extremum of the model [C m]; null if it has none
   */
  public record ExtremumEstimate(
      String table,
      double acField,
      double biasRate,
      double dipoleMomentEq10,
      @Nullable Double dipoleMomentExtremum) {}

  /**
   * One reading, in SI units after the calibration, with its setting as the file gives it.
   *
   * @param file file it stands in
   * @param line its line
   * @param frequency [Hz]
   * @param sigma its standard deviation [Hz]; null if unknown
   * @param acField microwave field [V/m]; null if given as a Rabi frequency
   * @param rabiFrequency Ω_R0 [1/s]; null if given otherwise
   * @param biasRate rate of the bias field [V/m/s]; null if given as a rate of the energy
   * @param sweepRate v0 [1/s²]; null if given otherwise
   * @param powerDbm power of the source [dBm]; null if given otherwise
   * @param photons number of photons [1]; null if given otherwise
   * @param voltageRate rate of the bias voltage [V/s]; null if given otherwise
   */
  public record SurveyReading(
      String file,
      int line,
      double frequency,
      @Nullable Double sigma,
      @Nullable Double acField,
      @Nullable Double rabiFrequency,
      @Nullable Double biasRate,
      @Nullable Double sweepRate,
      @Nullable Double powerDbm,
      @Nullable Double photons,
      @Nullable Double voltageRate) {}

  /** The same with every reading. */
  public Survey withReadings(List<SurveyReading> all) {
    return new Survey(sample, tables, coverage, extremum, findings, inputs, notes, all);
  }

  /** The extremum, if there is one. */
  public Optional<ExtremumEstimate> findExtremum() {
    return Optional.ofNullable(extremum);
  }
}
