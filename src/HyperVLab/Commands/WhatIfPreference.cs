using System.Management.Automation;

namespace HyperVLab.Commands;

/// <summary>Whether a cmdlet is only to say what it would do, by -WhatIf or by the preference.</summary>
internal static class WhatIfPreference
{
    /// <summary>Whether that is asked of a cmdlet.</summary>
    public static bool IsAsked(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
            ? given is SwitchParameter { IsPresent: true }
            : cmdlet.GetVariableValue("WhatIfPreference") is true or SwitchParameter { IsPresent: true };
}
