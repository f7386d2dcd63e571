# The cmdlets of PowerShell itself that runbooks use for time and for computers: while a runbook is tested they mean the
# lab's. They take the parameters that scripts give them; what has no meaning in a lab is ignored.

# In there the lab's cmdlets have their own names, whatever prefix the session gave them.
$testing = Get-Module HyperVLab.Testing

function Start-Sleep {
    [CmdletBinding(DefaultParameterSetName = 'Seconds')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Seconds')]
        [double] $Seconds,

        [Parameter(Mandatory, ParameterSetName = 'Milliseconds')]
        [Alias('ms')]
        [double] $Milliseconds,

        [Parameter(Mandatory, ParameterSetName = 'Duration')]
        [timespan] $Duration
    )

    & $testing { Step-RunbookClock $args[0] } ($Seconds + $Milliseconds / 1000 + $Duration.TotalSeconds)
}

function Get-Date {
    $isAsked = $args.Count -gt 0 -and ("$($args[0])" -notlike '-*' -or $args -contains '-Date')
    $now = $isAsked ? @{} : @{ Date = (& $testing { (Get-LabClock).Date }) }
    Microsoft.PowerShell.Utility\Get-Date @args @now
}

function Restart-Computer {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('CN', '__SERVER', 'Server', 'IPAddress', 'Name')]
        [string[]] $ComputerName,

        [switch] $Force,
        [switch] $Wait,
        [object] $For,
        [int] $Timeout = -1,
        [int] $Delay,
        [pscredential] $Credential
    )

    process {
        foreach ($computer in $ComputerName) {
            if ($PSCmdlet.ShouldProcess($computer)) {
                & $testing {
                    param($Computer, $Wait)
                    if ($Wait) { Restart-LabHost $Computer } else { Restart-LabHost $Computer -AsJob | Out-Null }
                } $computer $Wait
            }
        }
    }
}

function Stop-Computer {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [Alias('CN', '__SERVER', 'Server', 'IPAddress')]
        [string[]] $ComputerName,

        [switch] $Force,
        [pscredential] $Credential
    )

    process {
        foreach ($computer in $ComputerName) {
            if ($PSCmdlet.ShouldProcess($computer)) {
                & $testing { Stop-LabHost $args[0] -AsJob | Out-Null } $computer
            }
        }
    }
}

function Invoke-Command {
    [CmdletBinding(DefaultParameterSetName = 'InProcess')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ComputerName')]
        [Alias('Cn')]
        [string[]] $ComputerName,

        [Parameter(Mandatory, Position = 0, ParameterSetName = 'InProcess')]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ComputerName')]
        [Alias('Command')]
        [scriptblock] $ScriptBlock,

        [Alias('Args')]
        [object[]] $ArgumentList = @(),

        [pscredential] $Credential
    )

    if (-not $ComputerName) {
        & $ScriptBlock @ArgumentList
    }

    foreach ($computer in $ComputerName) {
        & $testing { Enter-LabHost $args[0] } $computer
        try {
            & $ScriptBlock @ArgumentList
        }
        finally {
            & $testing { Exit-LabHost }
        }
    }
}

# Windows alone has an alias for it; elsewhere a script that says so would call a program that waits for real.
Set-Alias sleep Start-Sleep
foreach ($cmdlet in Get-Command -Module HyperVLab -CommandType Cmdlet) {
    switch ($cmdlet.ImplementingType.Name) {
        'TestLabConnectionCommand' { Set-Alias Test-Connection $cmdlet.Name }
        'WaitLabJobCommand' { Set-Alias Wait-Job $cmdlet.Name }
    }
}

Export-ModuleMember -Function * -Alias *
