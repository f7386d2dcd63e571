using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace HyperVLab.Objects;

/// <summary>Shows what a property's setter has to tell: it has no cmdlet that could write a warning.</summary>
internal static class SetterWarnings
{
    /// <summary>Shows warnings in the runspace that sets the property; outside one nobody sees them.</summary>
    public static void Show(IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0 || Runspace.DefaultRunspace is null)
        {
            return;
        }

        foreach (string warning in warnings)
        {
            using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            shell.AddCommand("Microsoft.PowerShell.Utility\\Write-Warning").AddParameter("Message", warning).Invoke();
        }
    }
}
