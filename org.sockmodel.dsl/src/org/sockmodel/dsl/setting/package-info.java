/**
 * The settings that may stand in a machine, a NIC, its moderation and a traffic: one table, which validation, the
 * generator and the editor read. This package must not know what the settings do.
 */
package org.sockmodel.dsl.setting;
