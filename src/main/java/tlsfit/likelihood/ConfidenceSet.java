package tlsfit.likelihood;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;

/**
 * The confidence set of a parameter: all its values at which χ², minimised over all other
 * parameters, exceeds its minimum by no more than the confidence level allows. One interval where
 * the readings determine it, one with an open end where they bound it on one side alone, several
 * where they cannot tell values apart that lie asunder.
 *
 * @param parameter which
 * @param parts its intervals, in the order of the scaled values, none of them empty
 * @param profile the profile it was read from, in the order of the scaled values
 */
public record ConfidenceSet(Parameter parameter, List<Part> parts, List<ProfilePoint> profile) {
  /**
   * One interval of the set.
   *
   * @param lower smaller scaled value; minus infinity where the readings leave it open, and of a
   *     rate 0 where no relaxation is allowed
   * @param upper larger scaled value; infinity where the readings leave it open
   * @param rise χ² at its lowest point above the minimum, in noise variances [1], 0 for the best
   * @param best the values of all parameters there
   */
  public record Part(double lower, double upper, double rise, ParameterValues best) {
    /** Whether both ends are limits. */
    public boolean isBounded() {
      return Double.isFinite(lower) && Double.isFinite(upper);
    }
  }

  /** Copies the lists. */
  public ConfidenceSet {
    parts = List.copyOf(parts);
    profile = List.copyOf(profile);
  }

  /** The part that holds the fit. */
  public Part main() {
    return parts.stream().min(Comparator.comparingDouble(Part::rise)).orElseThrow();
  }

  /** The best of the other parts. */
  public Optional<Part> rival() {
    return parts.stream().sorted(Comparator.comparingDouble(Part::rise)).skip(1).findFirst();
  }

  /** The part that a scaled value lies in. */
  public Optional<Part> at(double scaled) {
    return parts.stream().filter(part -> part.lower <= scaled && scaled <= part.upper).findFirst();
  }

  /**
   * How far a scaled value lies from one inside the set, in distances of the limit on its side.
   *
   * @param inside the one inside, which is none of the limits
   * @param scaled the value
   */
  public double distance(double inside, double scaled) {
    double limit = scaled < inside ? lower() : upper();
    return (scaled - inside) / (limit - inside);
  }

  /** The least scaled value of all parts; minus infinity where it is open. */
  public double lower() {
    return parts.get(0).lower;
  }

  /** The largest scaled value of all parts; infinity where it is open. */
  public double upper() {
    return parts.get(parts.size() - 1).upper;
  }

  /**
   * Whether it is one bounded interval no wider than so much.
   *
   * @param widest largest difference of its ends' scaled values
   */
  public boolean isDetermined(double widest) {
    return parts.size() == 1 && parts.get(0).isBounded() && upper() - lower() <= widest;
  }
}
