using System.Diagnostics;
using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Faults;

/// <summary>The death of this process, for which a fault of the lab may ask if the user does.</summary>
internal static class ProcessDeath
{
    /// <summary>
    /// Asks, as for a change of high impact, whether this process may die by a fault of the lab; if so, lets it.
    /// </summary>
    public static bool IsMeant(PSCmdlet cmdlet, LabHandle handle)
    {
        bool isMeant = IsUnasked(cmdlet) || cmdlet.ShouldContinue(
            $"The fault kills this process ({Environment.ProcessId}) with all in it. Is it meant to?", "Confirm");
        if (isMeant)
        {
            handle.Whole.ProcessKiller = Now;
        }

        return isMeant;
    }

    private static bool IsUnasked(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given)
            ? given is SwitchParameter { IsPresent: false }
            : cmdlet.GetVariableValue("ConfirmPreference") is ConfirmImpact.None;

    // Without a dump, a finally or a flush: what kill -9 does.
    private static void Now()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
