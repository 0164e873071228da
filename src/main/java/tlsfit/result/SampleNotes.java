package tlsfit.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The words and numbers about a sample that no fit uses: for whoever compares it with others, or
 * follows its calibration by hand.
 *
 * @param description free text; empty where there is none
 * @param calibrationGroup name of the set of samples whose equal numbers of the calibration are one
 *     and the same; empty where none is named
 * @param covariates how it was made, in the order of the sample file
 * @param attenuation from the source to the device, as a ratio of powers [1]; null if unknown
 * @param photonField amplitude of the microwave field at one photon [V/m]; null if unknown
 */
public record SampleNotes(
    String description,
    String calibrationGroup,
    List<Covariate> covariates,
    @Within(above = 0) @Nullable Double attenuation,
    @Within(above = 0) @Nullable Double photonField) {
  /** Nothing was said. */
  public static final SampleNotes NONE = new SampleNotes("", "", List.of());

  /** Words and numbers of a sample of whose calibration nothing is known. */
  public SampleNotes(String description, String calibrationGroup, List<Covariate> covariates) {
    this(description, calibrationGroup, covariates, null, null);
  }

  /** Copies the list. */
  public SampleNotes {
    covariates = List.copyOf(covariates);
  }

  /**
   * The same with what the calibration is.
   *
   * @param ratio attenuation [1]
   * @param field amplitude at one photon [V/m]
   */
  public SampleNotes withCalibration(OptionalDouble ratio, OptionalDouble field) {
    return new SampleNotes(
        description, calibrationGroup, covariates, positive(ratio), positive(field));
  }

  private static @Nullable Double positive(OptionalDouble value) {
    double number = value.orElse(Double.NaN);
    return number > 0 && number < Double.POSITIVE_INFINITY ? number : null;
  }

  /** The description, cut where it is longer than so many characters. */
  public String description(int longest) {
    return description.length() <= longest
        ? description
        : description.substring(0, longest - 1).stripTrailing() + "…";
  }

  /** The covariate of a name. */
  public Optional<Covariate> findCovariate(String name) {
    return covariates.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
