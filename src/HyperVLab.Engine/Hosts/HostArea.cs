namespace HyperVLab.Engine.Hosts;

/// <summary>Physical computers, their editions and features, and the directory.</summary>
internal sealed class HostArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
    }
}
