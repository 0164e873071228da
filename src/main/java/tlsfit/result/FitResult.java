package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one fit, as values: what is written under {@code fits/}, and all that
 * reports and comparisons see. All numbers are in SI units; null stands for what is not determined
 * and for an end of an interval that the data leave open.
 *
 * @param schema name and version of this form
 * @param sample name of the sample
 * @param model name of the model of the shift
 * @param relaxation whether relaxation is part of the model
 * @param verdict whether the fit may be believed
 * @param parameters the parameters, fitted or held
 * @param derived quantities that follow from them or that need no fit
 * @param systematics what the calibration does to the parameters, a line a source, apart from the
 *     statistical intervals; empty where it was fitted along
 * @param pulls how far the numbers of the calibration moved that were fitted along
 * @param statistics how well the model describes the data
 * @param correlation correlation of the fitted parameters
 * @param outliers readings that a robust loss puts aside; empty for the linear one
 * @param readings every reading with what the model says of it
 * @param provenance what it was made from, and how
 */
@JsonPropertyOrder({"schema", "sample", "model", "relaxation", "verdict", "parameters"})
public record FitResult(
    String schema,
    String sample,
    String model,
    boolean relaxation,
    VerdictResult verdict,
    List<ParameterResult> parameters,
    List<DerivedResult> derived,
    List<SystematicResult> systematics,
    List<PullResult> pulls,
    StatisticsResult statistics,
    CorrelationResult correlation,
    List<OutlierResult> outliers,
    List<ReadingResult> readings,
    Provenance provenance) {

  /** The form written by this version. */
  public static final String SCHEMA = "tlsfit-fit/1";

  /**
   * Whether the fit may be believed.
   *
   * @param valid whether nothing is wrong
   * @param converged whether the minimum was reached
   * @param determined whether the data determine every parameter that was fitted
   * @param problems what is wrong and what to do, in words
   * @param warnings what does not spoil the fit but should be known, in words
   */
  public record VerdictResult(
      boolean valid,
      boolean converged,
      boolean determined,
      List<String> problems,
      List<String> warnings) {}

  /**
   * One parameter.
   *
   * @param name its name
   * @param unit SI unit of all numbers here
   * @param value best value; null if not determined
   * @param standardError one standard error in the same unit (for one fitted as a logarithm: value
   *     times standard error of the logarithm); null if held or not determined
   * @param interval confidence interval
   * @param fixed whether it was held
   * @param determined whether the data determine it
   * @param atBound {@code lower} or {@code upper} where the parameter lies at that bound, which the
   *     data would have beyond it; null where it does not
   * @param prior what was known of it beforehand; null if nothing
   */
  public record ParameterResult(
      String name,
      String unit,
      @Nullable Double value,
      @Nullable Double standardError,
      IntervalResult interval,
      boolean fixed,
      boolean determined,
      @Nullable String atBound,
      @Nullable PriorResult prior) {

    /** A parameter without bounds and prior. */
    public ParameterResult(
        String name,
        String unit,
        @Nullable Double value,
        @Nullable Double standardError,
        IntervalResult interval,
        boolean fixed,
        boolean determined) {
      this(name, unit, value, standardError, interval, fixed, determined, null, null);
    }
  }

  /**
   * What is known of a parameter beforehand.
   *
   * @param value in the parameter's unit
   * @param sigma its standard uncertainty
   */
  public record PriorResult(double value, double sigma) {}

  /**
   * A confidence interval.
   *
   * @param level probability that such an interval holds the truth
   * @param method how it was made
   * @param lower lower limit; null if open
   * @param upper upper limit; null if open
   */
  public record IntervalResult(
      double level, String method, @Nullable Double lower, @Nullable Double upper) {}

  /**
   * A quantity that is not a parameter of the fit.
   *
   * @param name its name
   * @param unit its SI unit
   * @param value its value
   * @param standardError one standard error; null where none can be given
   * @param definition what it is and where it comes from
   */
  public record DerivedResult(
      String name, String unit, double value, @Nullable Double standardError, String definition) {}

  /**
   * What one uncertain number of the calibration does to the parameters.
   *
   * @param source the number, or "total": the root of the sum of the squares
   * @param changes change of each parameter for one standard uncertainty of the number, by the
   *     parameter's name, in its unit; absolute values in the total
   */
  public record SystematicResult(String source, Map<String, Double> changes) {
    /** The source of the line that combines all others. */
    public static final String TOTAL = "total";
  }

  /**
   * A number of the calibration that was fitted along.
   *
   * @param source the number
   * @param value how far it moved, in its standard uncertainties
   * @param standardError of that, likewise; 1 where the data say nothing of it
   */
  public record PullResult(String source, double value, @Nullable Double standardError) {}

  /**
   * A reading that a robust loss puts aside.
   *
   * @param file file it stands in
   * @param line its line
   * @param residual fitted less measured frequency, in the standard deviations in force
   * @param weight with which it counts, between 0 and 1
   */
  public record OutlierResult(String file, int line, double residual, double weight) {}

  /**
   * By how much the noise of a table is larger than its sigma say.
   *
   * @param table its file
   * @param factor by which its sigma were multiplied; 1 where they are absolute; where a table has
   *     none, or they are not used, the standard deviation found [Hz]
   */
  public record NoiseFactorResult(String table, double factor) {}

  /**
   * How well the model describes the data.
   *
   * @param points number of readings
   * @param freeParameters number of fitted parameters
   * @param degreesOfFreedom their difference
   * @param chiSquare sum of squared residuals in units of σ (of 1 Hz where no σ is given)
   * @param reducedChiSquare chiSquare/degreesOfFreedom
   * @param pValue probability of as large a χ² where σ is known; else null
   * @param noise what is known of σ: absolute, relative, or from scatter
   * @param shiftPValue probability of as large an improvement over a constant frequency by chance
   * @param relaxationPValue p-value of the test for relaxation; null where it was not made
   * @param conditionNumber of the column-scaled Jacobian; null if it has no full rank
   * @param starts number of start values
   * @param stop why the minimisation ended
   * @param loss how residuals count
   * @param noiseFactors of each table
   */
  public record StatisticsResult(
      int points,
      int freeParameters,
      int degreesOfFreedom,
      double chiSquare,
      double reducedChiSquare,
      @Nullable Double pValue,
      String noise,
      double shiftPValue,
      @Nullable Double relaxationPValue,
      @Nullable Double conditionNumber,
      int starts,
      String stop,
      String loss,
      List<NoiseFactorResult> noiseFactors) {}

  /**
   * Correlation of the fitted parameters.
   *
   * @param names of the parameters, in the order of rows and columns
   * @param matrix symmetric, 1 on the diagonal; empty if not determined
   */
  public record CorrelationResult(List<String> names, List<List<Double>> matrix) {}

  /**
   * One reading with what the model says of it.
   *
   * @param file file it stands in
   * @param line its line
   * @param acField microwave field [V/m]; null if given as a Rabi frequency
   * @param biasRate bias rate [V/m/s]; null if given as a rate of the energy
   * @param rabi Ω_R0 [1/s] at the fitted dipole moment
   * @param sweepRate v0 [1/s²] likewise
   * @param frequency measured [Hz]
   * @param sigma its standard deviation [Hz]; null if unknown
   * @param fitted frequency by the fit [Hz]
   */
  public record ReadingResult(
      String file,
      int line,
      @Nullable Double acField,
      @Nullable Double biasRate,
      double rabi,
      double sweepRate,
      double frequency,
      @Nullable Double sigma,
      double fitted) {}

  /**
   * What a result was made from, and how.
   *
   * @param version of the program
   * @param inputs the files read
   * @param options the options in force
   * @param notes what was understood of the files
   */
  public record Provenance(
      String version, List<InputResult> inputs, Map<String, String> options, List<String> notes) {}

  /**
   * A file that was read.
   *
   * @param file as the user named it
   * @param sha256 of its bytes
   * @param rows data rows; 0 for a sample file
   */
  public record InputResult(String file, String sha256, int rows) {}

  /** The parameter of a name, if it is part of this fit. */
  public Optional<ParameterResult> findParameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /**
   * The parameter of a name.
   *
   * @throws NoSuchElementException if it is not part of this fit
   */
  public ParameterResult getParameter(String name) {
    return findParameter(name)
        .orElseThrow(() -> new NoSuchElementException(sample + " has no parameter " + name));
  }

  /** The derived quantity of a name, if there is one. */
  public Optional<DerivedResult> findDerived(String name) {
    return derived.stream().filter(quantity -> quantity.name().equals(name)).findFirst();
  }
}
