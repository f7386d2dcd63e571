using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What is refused of dynamic optimization.</summary>
internal static class OptimizationErrors
{
    public static readonly LabError NoCluster = new(
        "OptimizationNoCluster", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "{0} has no managed cluster of hosts between which virtual machines could migrate while they run.");

    public static readonly LabError Busy = new(
        "OptimizationBusy", "2606", LabErrorCategory.ResourceBusy,
        "The cluster {0} is being optimized. Wait for that job, or stop it.");

    public static readonly LabError Settings = new(
        "OptimizationSettings", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Aggressiveness is 1 to 5, the frequency at least 10 minutes, and the levels at which a host is hot 0 to 100 "
        + "percent of processors and no less than nothing of memory.");

    public static readonly LabError RootInherits = new(
        "OptimizationRootInherits", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "{0} stands in no group from which it could inherit.");

    public static readonly LabError Said = new(
        "OptimizationSaidTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Optimization of {0} is automatic, manual or inherited: say one.");

    public static readonly LabError NoSuchTip = new(
        "NoSuchPROTip", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the PRO tip {0}. Get-LabPROTip lists those that there are.");

    public static readonly LabError TipOver = new(
        "PROTipOver", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The PRO tip {0} is {1}: nothing is left to do about it.");

    public static readonly LabError MonitorSaid = new(
        "PROMonitorSaid", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is to inherit how its hosts are monitored: say nothing of its own beside that.");
}
