package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param systematics what calibration and model do to the parameters, a line a source, apart from
 *     the statistical intervals
 * @param pulls how far the numbers of the calibration moved that were fitted along
 * @param statistics how well the model describes the data
 * @param correlation correlation of the fitted parameters
 * @param regions simultaneous regions of two parameters; empty where none were asked for
 * @param bootstrap the bootstrap behind the limits; null where there is none
 * @param outliers readings that a robust loss puts aside; empty for the linear one
 * @param next where to measure next, if something is not determined or only weakly
 * @param checks what else was looked at, beside the verdict
 * @param tables the tables one by one
 * @param modelComparison the same readings fitted with other models
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
    List<RegionResult> regions,
    @Nullable BootstrapResult bootstrap,
    List<OutlierResult> outliers,
    List<NextResult> next,
    List<CheckResult> checks,
    List<TableResult> tables,
    ModelComparisonResult modelComparison,
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
   * @param shape what part of the shift's curve the readings show: "extremum", "rising side", "far
   *     side", "plateau" or "few readings"
   * @param problems what is wrong and what to do, in words
   * @param warnings what does not spoil the fit but should be known, in words
   */
  public record VerdictResult(
      boolean valid,
      boolean converged,
      boolean determined,
      String shape,
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
   * What something that no scatter shows does to the parameters.
   *
   * @param kind calibration, model, cut-off, or total
   * @param source what is uncertain; in a total, what it combines: {@link #CALIBRATION} alone, or
   *     {@link #ALL}, as the root of the sum of the squares, of the cut-offs the larger change only
   * @param changes change of each parameter, by its name, in its unit: for one standard uncertainty
   *     of a number, or in the other model; absolute values in a total
   */
  public record SystematicResult(String kind, String source, Map<String, Double> changes) {
    /** The kind of the lines that combine others. */
    public static final String TOTAL = "total";

    /** What the calibration does, as a kind and as the source of its total. */
    public static final String CALIBRATION = "calibration";

    /** The source of the total of all lines. */
    public static final String ALL = "all";

    /** Whether it combines other lines. */
    @JsonIgnore
    public boolean isTotal() {
      return kind.equals(TOTAL);
    }
  }

  /**
   * The border of a simultaneous confidence region of two parameters.
   *
   * @param names the two parameters
   * @param level probability that such a region holds both true values
   * @param points of the border in order around the best fit
   */
  public record RegionResult(List<String> names, double level, List<PointResult> points) {}

  /**
   * A point of a region's border.
   *
   * @param first value of the first parameter in its unit; null where it is infinite
   * @param second likewise
   * @param open whether the region goes on beyond it
   */
  public record PointResult(@Nullable Double first, @Nullable Double second, boolean open) {}

  /**
   * The bootstrap behind the limits.
   *
   * @param kind of its noise: residual, wild or parametric
   * @param replicates number
   * @param failed number that could not be fitted, and are left out
   * @param seed of its random numbers
   */
  public record BootstrapResult(String kind, int replicates, int failed, long seed) {}

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
   * Where to measure next.
   *
   * @param acField microwave field [V/m]; null if the drive is a Rabi frequency
   * @param biasRate bias rate [V/m/s]; null if it is a rate of the energy
   * @param rabi Ω_R0 [1/s] at the dipole moment that is assumed
   * @param sweepRate v0 [1/s²] likewise
   * @param powerChange change of the power from the highest one measured [dB]
   * @param parameter name of the parameter that is to be determined
   * @param before standard error now, of the logarithm of dipoleMoment, or of the relaxation rate
   *     [1/s]; null where only a place is told
   * @param after the same with the new readings
   * @param text in words
   */
  public record NextResult(
      @Nullable Double acField,
      @Nullable Double biasRate,
      double rabi,
      double sweepRate,
      double powerChange,
      String parameter,
      @Nullable Double before,
      @Nullable Double after,
      String text) {}

  /**
   * One thing that was looked at.
   *
   * @param name its name, such as {@code runs}
   * @param value what was found
   * @param pValue probability of as much or more by chance; null where the check is no test
   * @param passed whether there is nothing to look at; a check that does not pass leaves the fit
   *     valid
   * @param meaning what it means for this fit, in words, and if it did not pass, what to do
   */
  public record CheckResult(
      String name, double value, @Nullable Double pValue, boolean passed, String meaning) {}

  /**
   * One table, under the joint fit and by itself.
   *
   * @param file the table
   * @param points number of its readings
   * @param chiSquare its part of χ²
   * @param reducedChiSquare the same over the number of readings less the sum of their leverages;
   *     null where nothing is left
   * @param dipoleMoment of a fit of this table alone [C m]; null where it determines none
   * @param standardError of that dipole moment [C m]; null likewise, and where it was held
   */
  public record TableResult(
      String file,
      int points,
      double chiSquare,
      @Nullable Double reducedChiSquare,
      @Nullable Double dipoleMoment,
      @Nullable Double standardError) {}

  /**
   * The same readings fitted with other models.
   *
   * @param entries the models; empty where no shift is seen
   * @param tests what is gained by adding relaxation, or a width of the dipole moments
   */
  public record ModelComparisonResult(List<ModelResult> entries, List<NestedTestResult> tests) {}

  /**
   * One of the models.
   *
   * @param model name of the model of the shift
   * @param relaxation whether relaxation is part of it
   * @param dipoleWidth whether dipole moments are distributed
   * @param chosen whether it is the fit of this result
   * @param parameters number of fitted parameters, without σ
   * @param chiSquare χ²; null, as all below, where it is not compared
   * @param aicc Akaike's information criterion corrected for few readings
   * @param bic Schwarz's information criterion
   * @param weight Akaike weight; those of all models add up to 1
   * @param width σ_p [1]; null without a distribution
   * @param dipoleMoment its dipole moment [C m]; null where it is not determined
   * @param standardError of that dipole moment [C m]
   * @param note why it is not compared, in words; empty if it is
   */
  public record ModelResult(
      String model,
      boolean relaxation,
      boolean dipoleWidth,
      boolean chosen,
      int parameters,
      @Nullable Double chiSquare,
      @Nullable Double aicc,
      @Nullable Double bic,
      @Nullable Double weight,
      @Nullable Double width,
      @Nullable Double dipoleMoment,
      @Nullable Double standardError,
      String note) {}

  /**
   * The likelihood-ratio test of a model against the same with one thing more.
   *
   * @param added what is added: relaxation or dipoleWidth
   * @param model name of the model of the shift
   * @param relaxation whether the larger model has relaxation
   * @param dipoleWidth whether the larger model has distributed dipole moments
   * @param fall fall of χ² in units of the noise variance
   * @param pValue probability of as large a fall if what was added is not there
   */
  public record NestedTestResult(
      String added,
      String model,
      boolean relaxation,
      boolean dipoleWidth,
      double fall,
      double pValue) {}

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
   * @param confidence half-width of the pointwise confidence band of the curve [Hz], at the level
   *     of the limits; null if not every parameter is determined
   * @param prediction half-width of the band that holds another such reading [Hz]; null likewise
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
      double fitted,
      @Nullable Double confidence,
      @Nullable Double prediction) {}

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
