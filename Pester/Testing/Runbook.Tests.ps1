BeforeDiscovery {
    $isPwshMissing = -not (Get-Command pwsh -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    $root = (Resolve-Path $PSScriptRoot/../..).Path
    Import-Module $root/HyperVLab.Testing
    New-LabTestCluster web01, db01 -NodeCount 3
}

AfterAll { Remove-Lab Lab }

Describe 'Invoke-LabRunbook' {
    It 'gives the real names to what the lab has' {
        $found = Invoke-LabRunbook {
            Get-VM web01 | Stop-VM -TurnOff -Passthru
            Get-VM -Name web01 -ComputerName NODE1 | Start-VM -Passthru
            FailoverClusters\Get-ClusterNode NODE2
            Test-Connection db01 -Quiet -Count 1
        }
        "$($found[0]) $($found[1]) $($found[2]) $($found[3])" | Should -Be 'web01 web01 NODE2 True'
        $found[1].State | Should -Be Running
    }

    It 'runs a script with its parameters, that requires and imports the real modules' {
        Set-Content TestDrive:/Get-Owner.ps1 @(
            '#Requires -Modules FailoverClusters, @{ ModuleName = "Hyper-V"; ModuleVersion = "1.1" }'
            'param([string] $Group)'
            'if (-not (Get-Module FailoverClusters -ListAvailable)) { throw "not available" }'
            'Import-Module FailoverClusters -ErrorAction Stop'
            '$script:own = Get-ClusterGroup -Name $Group'
            '$own.OwnerNode.Name'
        )
        Invoke-LabRunbook TestDrive:/Get-Owner.ps1 @{ Group = 'db01' } | Should -Be NODE2
    }

    It 'lets time be the lab''s' {
        $before = (Get-LabClock).Date
        $dates = Invoke-LabRunbook {
            Get-Date
            Start-Sleep 90
            Start-Sleep -Milliseconds 500
            sleep 29.5
            Get-Date
            Get-Date '2020-02-01'
            Get-Date -Format 'yyyy'
        }
        $dates[0] | Should -Be $before
        $dates[1] - $dates[0] | Should -Be ([timespan] '00:02:00')
        $dates[2].Month | Should -Be 2
        $dates[3] | Should -Be $before.ToString('yyyy', [cultureinfo]::InvariantCulture)
    }

    It 'lets computers be the lab''s' {
        Invoke-LabRunbook { Invoke-Command -ComputerName NODE3 { "$args $((Get-VMHost).Name)" } -Args is } |
            Should -Be 'is NODE3'
        Invoke-LabRunbook { Invoke-Command { 'here' } } | Should -Be here
        Invoke-LabRunbook { Restart-Computer NODE3 -Force -Wait -For PowerShell -Timeout 600 }
        (Get-LabHost NODE3).State | Should -Be Running
        (Get-LabHost NODE3).Uptime | Should -BeLessThan ([timespan] '00:01:00')
        Invoke-LabRunbook { Stop-Computer -ComputerName NODE3 -Force; Start-Sleep 60 }
        (Get-LabHost NODE3).State | Should -Be Off
        Start-LabHost NODE3
        Invoke-LabRunbook { Restart-Computer NODE3 -WhatIf } | Should -BeNullOrEmpty
    }

    It 'waits for jobs in the lab''s time' {
        $job = Invoke-LabRunbook { $job = Restart-VM db01 -Force -AsJob; $job | Wait-Job | Out-Null; $job }
        $job.State | Should -Be Completed
    }

    It 'refuses what the lab has not by its name' {
        { Invoke-LabRunbook { Get-VMReplication -ErrorAction Ignore } } |
            Should -Throw 'The lab has no Get-VMReplication yet*'
    }

    It 'ends a wait in vain' {
        { Invoke-LabRunbook { while ((Get-VM web01).State -ne 'Paused') { Start-Sleep 60 } } -TimeoutSeconds 3600 } |
            Should -Throw 'The runbook still waits after 01:00:00*'
    }

    It 'takes all of it back, after an error too' {
        $path = $env:PSModulePath
        { Invoke-LabRunbook { throw 'enough' } } | Should -Throw enough
        Get-Command Get-VMReplication -ErrorAction Ignore | Should -BeNullOrEmpty
        (Get-Command Start-Sleep).CommandType | Should -Be Cmdlet
        (Get-Command Get-Date).CommandType | Should -Be Cmdlet
        Get-Module FailoverClusters, Hyper-V, Everyday | Should -BeNullOrEmpty
        $env:PSModulePath | Should -Be $path
    }

    It 'does not run where the real modules are loaded' {
        $real = New-Module -Name Hyper-V { function Get-VM { 'a real one' } } | Import-Module -PassThru
        try {
            { Invoke-LabRunbook { Get-VM } } | Should -Throw 'Hyper-V is loaded*'
        }
        finally {
            Remove-Module $real
        }
    }

    It 'knows the lab''s cmdlets under any prefix' -Skip:$isPwshMissing {
        $command = "Import-Module '$root/HyperVLab.psd1' -Prefix Sim; Import-Module '$root/HyperVLab.Testing'; " +
            'New-LabTestCluster web01 | Out-Null; ' +
            'Invoke-LabRunbook { (Get-VM).Name; Start-Sleep 1; (Get-SimLabVM).Name }'
        pwsh -NoProfile -NonInteractive -Command $command | Should -Be web01, web01
    }
}
