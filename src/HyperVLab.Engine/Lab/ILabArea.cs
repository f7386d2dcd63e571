namespace HyperVLab.Engine;

/// <summary>One area of the lab, as the frame sees it.</summary>
internal interface ILabArea
{
    /// <summary>
    /// Hears what an area below, or it itself, raised. May change state and schedule events; may not throw.
    /// </summary>
    void Hear(LabState lab, LabNotice notice);

    /// <summary>Registers the area's views.</summary>
    void Describe(ViewCatalogue views);

    /// <summary>
    /// Checks what an import read beyond what holds of all tables, such as that no chain runs in a circle.
    /// </summary>
    /// <exception cref="InvalidDataException">It does not hold; the message says where.</exception>
    void Verify(LabState lab)
    {
    }
}
