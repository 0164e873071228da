package tlsfit.model;

import java.util.Map;

/** The sum of a {@link DistributedModel}: a weighted mean of shifts with all its derivatives. */
final class ShiftSum {
  private double value;
  private double byLnRabi;
  private double byLnSweepRate;
  private double byLnOmega0;
  private double byRelaxationRate;
  private double byDipoleWidth;
  private double byFieldExponent;

  /**
   * Adds the shift of the TLS with one dipole moment in one field.
   *
   * @param dipoleWeight the share of χ with this dipole moment [1]
   * @param lnFactorByWidth derivative of the logarithm of this dipole moment by σ_p [1]
   * @param node the field
   * @param k derivatives of their shift
   * @param kValue their shift [1], also beyond where the model ends
   */
  void add(
      double dipoleWeight,
      double lnFactorByWidth,
      FieldDistribution.Node node,
      Shift k,
      double kValue) {
    double weight = dipoleWeight * node.weight();
    value += weight * kValue;
    byLnRabi += weight * k.byLnRabi();
    byLnSweepRate += weight * k.byLnSweepRate();
    byLnOmega0 += weight * k.byLnOmega0();
    byRelaxationRate += weight * k.byRelaxationRate();
    // p changes both rates
    byDipoleWidth += weight * lnFactorByWidth * (k.byLnRabi() + k.byLnSweepRate());
    byFieldExponent += dipoleWeight * node.weightByExponent() * kValue;
  }

  /**
   * The mean.
   *
   * @param hasShape whether the distribution has a parameter
   * @param logarithm leading logarithm L of its tail [1]
   */
  Shift shift(boolean hasShape, double logarithm) {
    return new Shift(
        value,
        byLnRabi,
        byLnSweepRate,
        byLnOmega0,
        byRelaxationRate,
        hasShape
            ? Map.of(
                Parameter.DIPOLE_WIDTH, byDipoleWidth, Parameter.FIELD_EXPONENT, byFieldExponent)
            : Map.of(),
        logarithm);
  }
}
