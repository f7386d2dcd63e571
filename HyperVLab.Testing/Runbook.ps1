$runbookDeadline = [timespan]::MaxValue
$runbookTimeout = [timespan]::Zero
$standIns = Convert-Path "$PSScriptRoot/StandIns"

function Step-RunbookClock([double] $Seconds) {
    Step-LabClock -Seconds $Seconds
    if ((Get-LabClock).Now -gt $script:runbookDeadline) {
        throw [TimeoutException]::new(
            "The runbook still waits after $script:runbookTimeout of virtual time; Get-LabEvent may tell for what.")
    }
}

function Invoke-LabRunbook {
    <#
    .SYNOPSIS
        Runs a script that was written for the real modules against the lab, as it is.
    .DESCRIPTION
        While it runs, the names of Hyper-V's and FailoverClusters' cmdlets, and of those of other modules that a lab
        has, mean the lab's: Get-VM is Get-LabVM. Modules of these names can be imported and required. Start-Sleep moves
        virtual time and Get-Date reads it; Restart-Computer, Stop-Computer, Test-Connection and Invoke-Command go to
        the lab's computers. A cmdlet that the lab has not is an error that names it; the real one is never called.

        A runbook that waits in vain does not hang: past -TimeoutSeconds of virtual time its next Start-Sleep throws.
    .EXAMPLE
        Invoke-LabRunbook ./Update-Cluster.ps1 @{ Cluster = 'C1' }
        Runs a script with a parameter.
    .EXAMPLE
        Invoke-LabRunbook { Get-ClusterNode | Suspend-ClusterNode -Drain -Wait }
        Runs a script block, in which the names of the real modules mean the lab's.
    #>
    [CmdletBinding()]
    param(
        # A script block, or the path of a script.
        [Parameter(Mandatory, Position = 0)]
        [object] $Runbook,

        # Parameters for it, by name.
        [Parameter(Position = 1)]
        [hashtable] $Parameter = @{},

        # For how many virtual seconds it may sleep its way on. The default is one day.
        [ValidateRange(1, [int]::MaxValue)]
        [int] $TimeoutSeconds = 86400
    )

    $names = (Get-ChildItem $script:standIns -Directory).Name
    $real = Get-Module $names | Where-Object { -not $_.ModuleBase.StartsWith($script:standIns) }
    if ($real.Name -contains 'Hyper-V' -or $real.Name -contains 'FailoverClusters') {
        throw [InvalidOperationException]::new(
            "$($real.Name -join ', ') is loaded: test runbooks in a pwsh that cannot reach anything real.")
    }

    $command = $Runbook -is [scriptblock] ? $Runbook : (Get-Command (Convert-Path $Runbook) -ErrorAction Stop)
    # It runs where it was called from: in here a script would see this module's variables, and hide them from it.
    $session = $PSCmdlet.SessionState
    $caller = [scriptblock]::Create('{ param($Command, $With) & $Command @With }')
    $run = $session.InvokeCommand.InvokeScript($session, $caller)[0]
    $path = $env:PSModulePath
    $before = $script:runbookDeadline
    try {
        $env:PSModulePath = $script:standIns + [System.IO.Path]::PathSeparator + $path
        Import-Module ($names + "$script:standIns/Everyday.psm1") -Global -Force -DisableNameChecking
        $script:runbookTimeout = [timespan]::FromSeconds($TimeoutSeconds)
        $script:runbookDeadline = (Get-LabClock).Now + $script:runbookTimeout
        & $run $command $Parameter
    }
    finally {
        $script:runbookDeadline = $before
        $env:PSModulePath = $path
        Get-Module | Where-Object { $_.ModuleBase.StartsWith($script:standIns) } | Remove-Module
    }
}
