/**
 * Turns a valid model into Java source, one class here for each kind of file.
 *
 * <pre>
 *   model udp_reader      --> sockmodel/udp_reader/UdpReaderModel.java       ({@link
 *                             org.sockmodel.dsl.generator.ModelClass})
 *   workload one_reader   --> sockmodel/udp_reader/OneReaderWorkload.java    ({@link
 *                             org.sockmodel.dsl.generator.WorkloadClass})
 * </pre>
 *
 * The source is the same for the same model: no times, no paths, no order that changes between runs. Whatever comes
 * from a model passes {@link org.sockmodel.dsl.generator.JavaText} or {@link org.sockmodel.dsl.generator.JavaNames}, so
 * a model cannot say anything in Java. This package must not know where the source goes or who compiles it.
 */
package org.sockmodel.dsl.generator;
