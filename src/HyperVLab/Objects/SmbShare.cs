using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A folder that a computer shares, as Get-LabSmbShare writes it.</summary>
public sealed class SmbShare : LabObject<SmbShareView, Engine.Storage.SmbShare>
{
    internal SmbShare(LabHandle handle, SmbShareView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its computer's name.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The folder, as a path of the computer.</summary>
    public string Path => View.Path;

    /// <summary>Its network path.</summary>
    public string SharePath => View.NetworkPath;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
