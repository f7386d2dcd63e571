BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
}

AfterAll { Remove-Lab Lab }

Describe 'The cluster log' {
    It 'is a file for each node, in the real form' {
        Test-LabClusterResourceFailure 'Virtual Machine web01' | Out-Null
        Step-LabClock -Seconds 30
        $files = Get-LabClusterLog -Destination $TestDrive -UseLocalTime
        $files.Name | Should -Be 'NODE1_cluster.log', 'NODE2_cluster.log', 'NODE3_cluster.log'
        $files[0] | Should -BeOfType System.IO.FileInfo
        $lines = Get-Content $files[0]
        $who = '[0-9a-f]{8}\.[0-9a-f]{8}'
        $when = '\d{4}/\d\d/\d\d-\d\d:\d\d:\d\d\.\d{3}'
        $lines | Should -Match "^${who}::$when (INFO |WARN |ERR  ) \[[A-Z]+\] ."
        $lines -match "ERR   \[RCM\] Cluster resource 'Virtual Machine web01'" | Should -HaveCount 1
        $lines[-1] | Should -Match "Resource 'Virtual Machine web01' is online"
    }

    It 'can be of one node and of the last minutes' {
        Step-LabClock -Seconds 3600
        Test-LabClusterResourceFailure 'Virtual Machine web01' | Out-Null
        Step-LabClock -Seconds 10
        $file = Get-LabClusterLog NODE1 -Destination $TestDrive -TimeSpan 5
        Get-Content $file | Where-Object { $_ -match ' is online' } | Should -HaveCount 1
        (Get-LabClusterNode NODE2 | Get-LabClusterLog -Destination $TestDrive).Name | Should -Be 'NODE2_cluster.log'
    }

    It 'leaves out a node that does not answer, and a folder that is not there is an error' {
        Stop-LabHost NODE3 -TurnOff
        $files = Get-LabClusterLog -Destination $TestDrive -WarningVariable warned -WarningAction SilentlyContinue
        $files | Should -HaveCount 2
        $warned | Should -Match 'NODE3 does not answer'
        { Get-LabClusterLog -Destination $TestDrive/none -ErrorAction Stop -WarningAction Ignore } | Should -Throw
    }
}

Describe 'Testing the failure of a resource' {
    It 'is refused where it is not online' {
        Stop-LabClusterGroup web01 | Out-Null
        { Test-LabClusterResourceFailure 'Virtual Machine web01' -ErrorAction Stop } |
            Should -Throw '*Only a resource that is online*' `
                -ErrorId 'InvalidState,HyperVLab.Commands.Clustering.TestLabClusterResourceFailureCommand'
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Test-LabClusterResourceFailure 'Cluster Name' -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
