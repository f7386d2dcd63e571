using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>What is recommended to do about a host that stays hot, as Get-LabPROTip writes it.</summary>
public sealed class PROTip : LabObject<PROTipView, Engine.Management.PROTip>
{
    internal PROTip(LabHandle handle, PROTipView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its identifier.</summary>
    public Guid ID => View.Id;

    /// <summary>The host that is hot.</summary>
    public string VMHost => View.VMHost;

    /// <summary>Its cluster.</summary>
    public string VMHostCluster => View.VMHostCluster;

    /// <summary>What became of it.</summary>
    public PROTipStatus TipStatus => View.Status;

    /// <summary>The moves that were worth it when it was made, each with its reason.</summary>
    public string[] Explanation => [.. View.Explanation];

    /// <summary>When it was made, since the lab began.</summary>
    public TimeSpan CreationTime => View.MadeAt;

    /// <summary>Its identifier.</summary>
    public override string ToString() => View.Id.ToString("D");
}
