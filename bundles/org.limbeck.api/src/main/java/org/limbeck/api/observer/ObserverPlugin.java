package org.limbeck.api.observer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a component as an {@link ObserverFactory} plug-in and makes its bundle offer it to
 * resolvers.
 */
@ComponentPropertyType
@Capability(namespace = "limbeck.observer")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ObserverPlugin {

  /** The prefix of the service property. */
  String PREFIX_ = "limbeck.";

  /**
   * The name that experiments use, in lower case with hyphens; service property {@code
   * limbeck.name}.
   */
  @Attribute("name")
  String name();
}
