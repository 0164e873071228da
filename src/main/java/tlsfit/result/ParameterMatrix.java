package tlsfit.result;

import java.util.List;
import java.util.Optional;

/**
 * A symmetric matrix over the fitted parameters: their correlation or covariance.
 *
 * @param names of the parameters, in the order of rows and columns
 * @param matrix rows in the order of the names [1], or the products of the parameters' SI units;
 *     empty if not determined
 */
public record ParameterMatrix(List<String> names, List<List<Double>> matrix) implements Consistent {
  @Override
  public Optional<Contradiction> contradiction() {
    boolean square =
        matrix.size() == names.size()
            && matrix.stream().allMatch(row -> row.size() == names.size());
    return Contradiction.of(
        !(matrix.isEmpty() || square),
        "matrix",
        UnreadableResultException.Reason.TWICE,
        matrix.size());
  }
}
