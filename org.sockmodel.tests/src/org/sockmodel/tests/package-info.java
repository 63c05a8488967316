/** Tests of SockModel, in packages that mirror those of production; here is what several of them share. */
package org.sockmodel.tests;
