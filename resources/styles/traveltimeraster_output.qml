<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Labeling" version="3.22.16-Białowieża">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer band="1" classificationMin="0" alphaBand="-1" classificationMax="60" nodataColor="166,166,166,255" opacity="1" type="singlebandpseudocolor">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader classificationMode="1" minimumValue="0" clip="0" colorRampType="DISCRETE" maximumValue="60" labelPrecision="6">
          <colorramp name="[source]" type="gradient">
            <Option type="Map">
              <Option name="color1" value="252,244,182,255" type="QString"/>
              <Option name="color2" value="31,17,72,255" type="QString"/>
              <Option name="discrete" value="0" type="QString"/>
              <Option name="rampType" value="gradient" type="QString"/>
            </Option>
            <prop k="color1" v="252,244,182,255"/>
            <prop k="color2" v="31,17,72,255"/>
            <prop k="discrete" v="0"/>
            <prop k="rampType" v="gradient"/>
          </colorramp>
          <item label="nås inte på väg" alpha="255" color="#a6a6a6" value="-1"/>
          <item label="0–5 min" alpha="255" color="#fcf4b6" value="5"/>
          <item label="5–10 min" alpha="255" color="#fecb92" value="10"/>
          <item label="10–15 min" alpha="255" color="#fd9d6b" value="15"/>
          <item label="15–20 min" alpha="255" color="#f2675c" value="20"/>
          <item label="20–30 min" alpha="255" color="#c83e73" value="30"/>
          <item label="30–45 min" alpha="255" color="#922a81" value="45"/>
          <item label="45–60 min" alpha="255" color="#5a167e" value="60"/>
          <item label="över 60 min" alpha="255" color="#1f1148" value="inf"/>
          <rampLegendSettings maximumLabel="" suffix="" direction="0" orientation="2" prefix="" useContinuousLegend="1" minimumLabel="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option name="decimal_separator" value="" type="QChar"/>
                <Option name="decimals" value="6" type="int"/>
                <Option name="rounding_type" value="0" type="int"/>
                <Option name="show_plus" value="false" type="bool"/>
                <Option name="show_thousand_separator" value="true" type="bool"/>
                <Option name="show_trailing_zeros" value="false" type="bool"/>
                <Option name="thousand_separator" value="" type="QChar"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast gamma="1" brightness="0" contrast="0"/>
    <huesaturation colorizeBlue="128" grayscaleMode="0" colorizeOn="0" colorizeStrength="100" colorizeRed="255" saturation="0" invertColors="0" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
