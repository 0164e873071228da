package tlsfit.fit;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The points of the likelihood map. Towards small dipole moments only p χ is seen, and towards slow
 * relaxation none, so that χ² settles; where it has, the rest is left out. How far out that is
 * depends on the noise.
 */
final class MapGrid {
  /** The largest ξ of all readings below which χ² may have settled. */
  private static final double SMALL_XI = 1;

  /** Steps of the dipole moment without a change after which it has. */
  private static final int STEPS = 2;

  /** The change of χ² over a step that counts as none, in the mean square of a residual. */
  private static final double NONE = 1e-3;

  /** The same as a share of what χ² lies above its lowest. */
  private static final double SHARE = 0.01;

  private final ConditionalFit fit;
  private final double[] rates;
  private final double[] dipoles;
  private final ConditionalFit.@Nullable Point[][] points;
  private final int readings;
  private double lowest = Double.POSITIVE_INFINITY;

  /**
   * Makes the points, from the largest dipole moment down.
   *
   * @param fit of what enters linearly
   */
  MapGrid(Observations observations, MapAxes axes, ConditionalFit fit) {
    this.fit = fit;
    readings = observations.size();
    rates = axes.rates();
    double[] all = axes.dipoles();
    ConditionalFit.@Nullable Point[][] rows = new ConditionalFit.Point[all.length][];
    int from = all.length;
    double above = Double.NaN;
    int unchanged = 0;
    while (from > 0 && unchanged < STEPS) {
      from--;
      rows[from] = row(all[from], axes.row(from));
      double here = lowest(rows[from]);
      boolean weak = SearchRange.largestXi(observations, all[from]) < SMALL_XI;
      unchanged = weak && settled(here, above) ? unchanged + 1 : 0;
      above = here;
    }
    dipoles = Arrays.copyOfRange(all, from, all.length);
    points = Arrays.copyOfRange(rows, from, all.length);
  }

  /** The dipole moments [C m] of the points, ascending. Not copied: do not write. */
  double[] dipoles() {
    return dipoles;
  }

  /** The points, by dipole moment and relaxation rate, null where left out. Likewise. */
  ConditionalFit.@Nullable Point[][] points() {
    return points;
  }

  private ConditionalFit.@Nullable Point[] row(double dipole, MapAxes.Row range) {
    ConditionalFit.@Nullable Point[] row = new ConditionalFit.Point[rates.length];
    if (range.from() > 0) {
      row[0] = at(dipole, 0);
    }
    int middle = range.from();
    while (middle < range.to() && rates[middle] < range.slow()) {
      middle++;
    }
    for (int j = middle; j <= range.to(); j++) {
      row[j] = at(dipole, j);
    }
    double last = requireNonNull(row[middle]).chiSquare();
    boolean settled = false;
    for (int j = middle - 1; j >= range.from() && !settled; j--) {
      ConditionalFit.Point next = at(dipole, j);
      settled = settled(next.chiSquare(), last);
      row[j] = next;
      last = next.chiSquare();
    }
    return row;
  }

  private ConditionalFit.Point at(double dipole, int j) {
    ConditionalFit.Point point = fit.at(dipole, rates[j]);
    lowest = Math.min(lowest, point.chiSquare());
    return point;
  }

  /** Whether a step changed χ² by as good as nothing; the further ones change it even less. */
  private boolean settled(double chiSquare, double before) {
    return Math.abs(chiSquare - before) < resolution() + SHARE * (chiSquare - lowest);
  }

  /** The difference of χ² that counts as none. */
  double resolution() {
    return NONE * lowest / readings;
  }

  private static double lowest(ConditionalFit.@Nullable Point[] row) {
    return Arrays.stream(row)
        .filter(Objects::nonNull)
        .mapToDouble(ConditionalFit.Point::chiSquare)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
