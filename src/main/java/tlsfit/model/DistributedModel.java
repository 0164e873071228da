package tlsfit.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model of the shift averaged over dipole moments (arXiv:2401.15624, section II.B) and over local
 * fields (section IV.C),
 *
 * <pre>
 *   K = Σ ⟨p² K_base(s p Ω, p v0)⟩ / ⟨p²⟩,   p in units of the typical one, s the local field
 * </pre>
 *
 * <p>Ω_R0 and v0 are those of the typical dipole moment in the field F_AC. Dipole moments are
 * log-normal: the typical one is the median, the width σ_p is the standard deviation of ln p. A TLS
 * with p responds in proportion to p², and the average is divided by ⟨p²⟩, so that χ keeps its
 * meaning, χ = 3 tan δ0/π; the density of states follows from it with ⟨p²⟩ = p² exp(2σ_p²) in place
 * of p². T10 is the same for all TLS: the coupling to phonons is another than that to the field.
 *
 * <p>The error of the average is below 1e-9 of K, that of its derivatives below 1e-8, or 1e-7 where
 * much of the weight lies beyond the theory ({@code DistributedModelTest} measures both); the cost
 * is one evaluation of the base for each pair of nodes, {@link #cost}: 19 dipole moments for small
 * widths, 26 at σ_p = 0.5, 44 at 1, 90 at 2, times 12 fields per factor of 11 of a power law.
 *
 * <p>{@link Shift#logarithm} is L at the dipole moment, and in the field, beyond which only {@value
 * #TAIL} of the weight lies (of χ and of the field energy): what lies further out, perhaps beyond
 * the theory, then changes K by about as little.
 */
public final class DistributedModel implements ShiftModel {
  /** The widest distribution of ln p that is taken. */
  public static final double LARGEST_WIDTH = 2;

  /** The least width that is fitted: what a smaller one changes is a hundred-thousandth of K. */
  public static final double SMALLEST_WIDTH = 0.003;

  /** The share of the weight that may lie outside the theory unnoticed. */
  static final double TAIL = 1e-3;

  /**
   * Ω_R0/ω0 [1], and ξ [1], beyond which every model is a straight line in ln Ω_R0, and taken as
   * such: the tail of a wide distribution reaches beyond the theory and beyond tables.
   */
  private static final double FASTEST = 8e6;

  private static final double SLOWEST = 1e11;

  /** The standard normal deviate beyond which that share lies. */
  private static final double TAIL_DEVIATE = 3.090232306167813;

  private final ShiftModel base;
  private final double dipoleWidth;
  private final FieldDistribution field;
  private final DipoleDistribution dipoles;
  private final List<FieldDistribution.Node> fields;
  private final double tailDipole;
  private final double tailField;
  private final boolean hasExponent;
  private final double exponent; // of the power law; no number where there is none
  private final Set<Parameter> parameters;

  /**
   * Makes the model.
   *
   * @param base the model for one dipole moment and one field
   * @param dipoleWidth σ_p = standard deviation of ln p [1], between 0 and {@value #LARGEST_WIDTH}
   * @param field the local fields
   */
  public DistributedModel(ShiftModel base, double dipoleWidth, FieldDistribution field) {
    this(base, dipoleWidth, field, field.nodes());
  }

  private DistributedModel(
      ShiftModel base,
      double dipoleWidth,
      FieldDistribution field,
      List<FieldDistribution.Node> fields) {
    if (!(dipoleWidth >= 0 && dipoleWidth <= LARGEST_WIDTH)) {
      throw new IllegalArgumentException("dipoleWidth = " + dipoleWidth);
    }
    this.base = base;
    this.dipoleWidth = dipoleWidth;
    this.field = field;
    this.fields = fields;
    dipoles = new DipoleDistribution(dipoleWidth);
    tailDipole = Math.exp(dipoleWidth * (2 * dipoleWidth + TAIL_DEVIATE));
    tailField = field.upperQuantile(TAIL);
    Optional<PowerLawField> powerLaw = field.powerLaw();
    hasExponent = powerLaw.isPresent();
    exponent = powerLaw.map(PowerLawField::exponent).orElse(Double.NaN);
    parameters = parameters(dipoleWidth > 0, hasExponent);
  }

  private static Set<Parameter> parameters(boolean wide, boolean hasExponent) {
    Set<Parameter> parameters = EnumSet.copyOf(Parameter.ofEveryModel());
    if (wide) {
      parameters.add(Parameter.DIPOLE_WIDTH);
    }
    if (hasExponent) {
      parameters.add(Parameter.FIELD_EXPONENT);
    }
    return Collections.unmodifiableSet(parameters);
  }

  /**
   * A model with distributions, or the model itself where nothing is distributed.
   *
   * @param base the model for one dipole moment and one field
   * @param dipoleWidth σ_p [1], between 0 and {@value #LARGEST_WIDTH}
   * @param field the local fields
   */
  public static ShiftModel around(ShiftModel base, double dipoleWidth, FieldDistribution field) {
    return dipoleWidth == 0 && field.uniform()
        ? base
        : new DistributedModel(base, dipoleWidth, field);
  }

  /** The name of the base: the distributions have entries of their own. */
  @Override
  public String name() {
    return base.name();
  }

  /** The model for one dipole moment and one field. */
  public ShiftModel base() {
    return base;
  }

  /** The width σ_p of the dipole moments [1]. */
  public double dipoleWidth() {
    return dipoleWidth;
  }

  /** The local fields. */
  public FieldDistribution field() {
    return field;
  }

  /**
   * The same with another width.
   *
   * @param width σ_p [1], between 0 and {@value #LARGEST_WIDTH}
   */
  public DistributedModel withDipoleWidth(double width) {
    return new DistributedModel(base, width, field, fields);
  }

  /**
   * The same with another exponent of the power law.
   *
   * @param newExponent α [1]
   * @throws IllegalArgumentException if the local fields are not those of a power law
   */
  public DistributedModel withFieldExponent(double newExponent) {
    PowerLawField powerLaw =
        field.powerLaw().orElseThrow(() -> new IllegalArgumentException("fieldExponent"));
    return new DistributedModel(base, dipoleWidth, powerLaw.withExponent(newExponent));
  }

  @Override
  public Set<Parameter> parameters() {
    return parameters;
  }

  @Override
  public boolean distributed() {
    return true;
  }

  @Override
  public DistributedModel at(ParameterValues values) {
    DistributedModel shaped =
        dipoleWidth == values.dipoleWidth() ? this : withDipoleWidth(values.dipoleWidth());
    return hasExponent && exponent != values.fieldExponent()
        ? shaped.withFieldExponent(values.fieldExponent())
        : shaped;
  }

  @Override
  public ParameterValues startingShape(ParameterValues values, Map<Parameter, Double> fixed) {
    ParameterValues wide =
        values.with(
            Parameter.DIPOLE_WIDTH, fixed.getOrDefault(Parameter.DIPOLE_WIDTH, dipoleWidth));
    return hasExponent
        ? wide.with(
            Parameter.FIELD_EXPONENT, fixed.getOrDefault(Parameter.FIELD_EXPONENT, exponent))
        : wide;
  }

  @Override
  public ShiftModel withWidth(double width) {
    return width == 0 && field.uniform() ? base : withDipoleWidth(width);
  }

  @Override
  public Optional<ShiftModel> withCutOff(double constant) {
    return base.withCutOff(constant)
        .map(other -> new DistributedModel(other, dipoleWidth, field, fields));
  }

  @Override
  public int cost() {
    return dipoles.factor.length * fields.size();
  }

  @Override
  public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
    ShiftSum sum = new ShiftSum();
    for (int i = 0; i < dipoles.factor.length; i++) {
      double p = dipoles.factor[i];
      double end = Math.min(FASTEST * omega0, Math.sqrt(SLOWEST * 2 / Math.PI * sweepRate * p));
      for (FieldDistribution.Node node : fields) {
        double local = rabi * p * node.factor();
        double reach = Math.min(local, end);
        Shift k = base.shift(reach, sweepRate * p, omega0, relaxationRate);
        double kValue =
            local > reach ? k.value() + Math.log(local / reach) * k.byLnRabi() : k.value();
        sum.add(dipoles.weight[i], dipoles.lnFactorByWidth[i], node, k, kValue);
      }
    }
    double logarithm =
        Rates.leadingLogarithm(
            rabi * tailDipole * tailField, sweepRate * tailDipole, omega0, relaxationRate);
    return sum.shift(dipoleWidth > 0 || hasExponent, logarithm);
  }
}
