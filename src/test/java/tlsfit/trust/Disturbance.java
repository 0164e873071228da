package tlsfit.trust;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldDistribution;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldTable.Entry;
import tlsfit.model.FieldWeight;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;
import tlsfit.model.UniformField;
import tlsfit.setup.ModelChoice;

/**
 * What a measurement may hold that a fit does not know of.
 *
 * @param scenario the name in tables
 * @param errors what the readings are off the model
 * @param told σ in the table over the true one [1]
 * @param copies of each row, one below the other
 * @param spread of the dipole moments or of the field; empty for none
 * @param otherModel whether the truth is {@code lz}
 */
record Disturbance(
    String scenario,
    Errors errors,
    double told,
    int copies,
    Optional<Spread> spread,
    boolean otherModel) {

  /** The model that all fits here use: the default one. */
  static final ShiftModel MODEL = ModelChoice.LOG.make();

  private static final ShiftModel OTHER = ModelChoice.LZ.make();

  /** Nothing but normal noise of a known σ. */
  static final Disturbance NONE = of("", Errors.NORMAL);

  /** All kinds. */
  static final List<Disturbance> ALL =
      List.of(
          of("line.1", Errors.line(0.1)),
          of("line.3", Errors.line(0.3)),
          of("walk.1", Errors.walk(0.1)),
          of("walk.3", Errors.walk(0.3)),
          of("baseP.1", Errors.ofPower(0.1, 1)),
          of("baseP.3", Errors.ofPower(0.3, 1)),
          of("basePhalf.3", Errors.ofPower(0.3, 0.5)),
          of("basePquarter.3", Errors.ofPower(0.3, 0.25)),
          of("jump.1", Errors.jump(0.1)),
          of("jump.3", Errors.jump(0.3)),
          of("ar.5", Errors.autoregressive(0.5)),
          of("ar.9", Errors.autoregressive(0.9)),
          of("t2", Errors.STUDENT_OF_TWO),
          of("outlier1", Errors.outliers(1)),
          of("outlier3", Errors.outliers(3)),
          new Disturbance("duplicates", Errors.NORMAL, 1, 5, Optional.empty(), false),
          new Disturbance("sigma3", Errors.NORMAL, 3, 1, Optional.empty(), false),
          new Disturbance("sigma.33", Errors.NORMAL, 0.33, 1, Optional.empty(), false),
          of("width.5", new Spread(0.5, new UniformField())),
          of("width1", new Spread(1, new UniformField())),
          of("field", new Spread(0, threeFields())),
          of("field5", new Spread(0, new PowerLawField(2, 5, FieldWeight.ENERGY))),
          new Disturbance("truth lz", Errors.NORMAL, 1, 1, Optional.empty(), true));

  private static Disturbance of(String scenario, Errors errors) {
    return new Disturbance(scenario, errors, 1, 1, Optional.empty(), false);
  }

  private static Disturbance of(String scenario, Spread spread) {
    return new Disturbance(scenario, Errors.NORMAL, 1, 1, Optional.of(spread), false);
  }

  private static FieldDistribution threeFields() {
    return new FieldTable(
        List.of(new Entry(0.5, 0.25), new Entry(1, 0.5), new Entry(1.5, 0.25)), FieldWeight.ENERGY);
  }

  /** The model of the truth. */
  ShiftModel model() {
    ShiftModel base = otherModel ? OTHER : MODEL;
    return spread.map(s -> DistributedModel.around(base, s.width(), s.field())).orElse(base);
  }

  /**
   * A dipole moment [C m] that is a right answer, too: under a spread of the dipole moments the
   * median of those that respond, each in proportion to p²; under a spread of the field the one
   * with which the model without it comes nearest. Empty where there is no spread.
   */
  OptionalDouble effectiveDipoleMoment(NoiseFree measurement) {
    if (spread.isEmpty()) {
      return OptionalDouble.empty();
    }
    double width = spread.get().width();
    return OptionalDouble.of(
        width > 0
            ? measurement.truth().dipoleMoment() * Math.exp(2 * width * width)
            : new LeastSquares(MODEL, measurement).nearestDipoleMoment());
  }

  /**
   * A spread that the fit does not know of.
   *
   * @param width standard deviation of ln p [1]; 0 for none
   * @param field the local fields
   */
  record Spread(double width, FieldDistribution field) {}
}
