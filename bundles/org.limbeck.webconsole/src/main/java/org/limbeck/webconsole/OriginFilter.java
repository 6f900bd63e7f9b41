package org.limbeck.webconsole;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** Answers what does not come from the console's own pages with 403, before any servlet sees it. */
@Component
public final class OriginFilter implements Preprocessor {
  /** The framework property that lets files be uploaded, if it is {@code true}. */
  static final String UPLOADS = "org.limbeck.webconsole.uploads";

  private final RequestCheck check;

  /** Is called by the component runtime. */
  @Activate
  public OriginFilter(BundleContext context) {
    this(new RequestCheck(Boolean.parseBoolean(context.getProperty(UPLOADS))));
  }

  OriginFilter(RequestCheck check) {
    this.check = check;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> refusal =
        request instanceof HttpServletRequest http ? refusal(http) : Optional.of("HTTP only");
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN, refusal.get());
    }
  }

  private Optional<String> refusal(HttpServletRequest request) {
    return check.refusal(
        request.getMethod(),
        request.getHeader("Host"),
        request.getHeader("Origin"),
        request.getHeader("Sec-Fetch-Site"),
        request.getContentType());
  }
}
