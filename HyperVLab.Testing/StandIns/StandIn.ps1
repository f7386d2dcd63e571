# What every stand-in does. What the lab has of its module's cmdlets becomes an alias; what it has not is refused, so
# that nothing real is ever reached by mistake. The lab's names may have a prefix here, so their classes are asked.
$inLab = @{}
foreach ($cmdlet in Get-Command -Module HyperVLab -CommandType Cmdlet) {
    $attribute = $cmdlet.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
    $inLab["$($attribute.VerbName)-$($attribute.NounName -replace '^Lab')"] = $cmdlet.Name
}

$names = (Import-PowerShellDataFile "$PSScriptRoot/RealNames.psd1")[$ExecutionContext.SessionState.Module.Name]
foreach ($name in $names) {
    if ($inLab[$name]) {
        Set-Alias $name $inLab[$name]
    }
    else {
        Set-Item "function:$name" {
            $name = $MyInvocation.InvocationName
            throw [NotSupportedException]::new(
                "The lab has no $name yet, and a runbook's test does not call the real one.")
        }
    }
}

Export-ModuleMember -Alias * -Function *
