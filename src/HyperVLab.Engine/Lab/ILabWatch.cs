using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>Somebody who looks at a lab after everything that changes it. He changes nothing.</summary>
internal interface ILabWatch
{
    /// <summary>A request was carried out.</summary>
    void AfterRequest(LabState lab, LabRequest request);

    /// <summary>An event was applied.</summary>
    void AfterEvent(LabState lab, LabEvent happening);
}
